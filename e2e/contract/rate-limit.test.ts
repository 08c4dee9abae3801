import { describe, expect, test } from 'vitest';
import { type Answer, call, refused } from '@/e2e/support/client';
import { databaseKnown } from '@/e2e/support/database';
import { freshEmail, freshWord } from '@/e2e/support/fresh';
import { makeMember } from '@/e2e/support/people';
import { shop } from '@/e2e/support/shop';

/** Asks until refused, at most `limit` times, and gives the refusal. */
async function askUntilLimited(
  limit: number,
  ask: (index: number) => Promise<Answer>,
): Promise<Answer | undefined> {
  for (let index = 0; index < limit; index += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, step) => ask(index + step)));
    const limited = answers.find((answer) => answer.status === 429);
    if (limited !== undefined) return limited;
  }
  return undefined;
}

describe.runIf(shop.rateLimited)(
  'rate limits (only in a shop that has them on: CONTRACT_RATE_LIMIT=on)',
  () => {
    test('refuse with 429, say when to come back, and are not escaped by a forged address', {
      timeout: 60_000,
    }, async () => {
      const limited = await askUntilLimited(3_000, (index) =>
        call('POST', '/api/carts', {
          headers: { 'x-forwarded-for': `203.0.113.${index % 250}, ${freshWord()}` },
        }),
      );
      if (limited === undefined) throw new Error('3,000 new carts from one address met no limit');
      refused(limited, 429, 'rate-limited');
      expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(limited.headers.get('ratelimit')).toMatch(/\br=0\b/);
      expect(limited.headers.get('ratelimit-policy')).toMatch(/\bq=\d+/);
    });
  },
);

describe.runIf(shop.rateLimited)('guessing a password', () => {
  const guess = (email: string) =>
    call('POST', '/api/auth/staff/sign-in', {
      json: { email, password: 'wrong horse battery' },
      // Of no use: the edge tells the origin where a request comes from.
      headers: { 'x-forwarded-for': `203.0.113.${Math.floor(Math.random() * 250)}` },
    });

  test('is refused for an account after some tries, whether it exists or not; others go on', {
    timeout: 120_000,
  }, async () => {
    const member = databaseKnown ? [(await makeMember('viewer')).email] : [];
    for (const email of [freshEmail(), ...member]) {
      const startedAt = performance.now();
      const allowed = () => 12 + (performance.now() - startedAt) / 30_000;
      let guesses = 0;
      let limited = await guess(email);
      // On a slow machine a guess comes back while these are made.
      for (; limited.status !== 429 && guesses <= allowed(); guesses += 1)
        limited = await guess(guesses % 2 === 0 ? email.toUpperCase() : email);
      expect(guesses).toBeGreaterThanOrEqual(12);
      refused(limited, 429, 'rate-limited');
      expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    refused(await guess(freshEmail()), 401, 'wrong-credentials');
  });

  test.each(['sign-up', 'sign-in-link'])('nor can a mailbox be filled with links: %s', async (way) => {
    const json = { email: freshEmail() };
    const answers = [];
    for (let index = 0; index < 5; index += 1)
      answers.push(await call('POST', `/api/auth/customer/${way}`, { json }));
    expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202, 429, 429]);
  });
});

test.skipIf(shop.rateLimited)('a shop without limits refuses no one for asking often', async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, () => call('GET', '/api/products?limit=1')));
  expect(answers.every((answer) => answer.status === 200)).toBe(true);
});
