import { expect, test } from 'vitest';
import { keepIntents } from './keep-intents';

const url = 'http://shop.test/api/admin/reports';
const post = (body: object, to = url) => new Request(to, { method: 'POST', body: JSON.stringify(body) });

/** Sends through a shop that answers these statuses in turn, null for no answer; gives the keys that it was told. */
function shopThat(...answers: (number | null)[]) {
  const keys: (string | null)[] = [];
  const send = keepIntents(async (request) => {
    keys.push(request.headers.get('idempotency-key'));
    const status = answers.shift();
    if (typeof status !== 'number') throw new TypeError('fetch failed');
    return new Response(null, { status });
  });
  return { keys, send };
}

test('a call whose answer was lost goes again under the same key, and has another once it was answered', async () => {
  const { keys, send } = shopThat(null, 504, 202, 202);
  await expect(send(post({ kind: 'sales' }))).rejects.toThrow();
  for (let n = 0; n < 3; n += 1) await send(post({ kind: 'sales' }));
  const [lost, again, answered, next] = keys;
  expect(lost).toMatch(/^[0-9a-f-]{36}$/);
  expect([again, answered]).toEqual([lost, lost]);
  expect(next).not.toBe(lost);
});

test('two clicks at once are one intent, and another body is another', async () => {
  const { keys, send } = shopThat(202, 202, 202);
  await Promise.all([send(post({ a: 1 })), send(post({ a: 1 })), send(post({ a: 2 }))]);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test('what has a key of its own keeps it, and passwords are nothing to keep', async () => {
  const { keys, send } = shopThat(200, 200);
  const own = post({});
  own.headers.set('idempotency-key', 'mine');
  await send(own);
  await send(post({ password: 'x' }, 'http://shop.test/api/auth/staff/sign-in'));
  expect(keys).toEqual(['mine', null]);
});
