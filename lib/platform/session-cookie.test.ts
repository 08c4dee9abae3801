import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

type Cookies = typeof import('./session-cookie');

/** The environment is read once, so each address of the shop has modules of its own. */
async function at(publicUrl: string): Promise<Cookies> {
  vi.resetModules();
  vi.stubEnv('PUBLIC_URL', publicUrl);
  return import('./session-cookie');
}

beforeEach(() => {
  vi.stubEnv('APP_SECRET', 'a secret for tests only');
  vi.stubEnv('POSTGRES_URL', 'postgres://nobody@localhost:1/none');
  vi.stubEnv('REDIS_URL', 'redis://127.0.0.1:1');
});
afterEach(() => vi.unstubAllEnvs());

const asked = (cookie?: string, url = 'http://shop.test/api') =>
  new Request(url, { headers: cookie === undefined ? {} : { cookie } });

describe('over HTTPS, also behind a proxy that ends it', () => {
  test('the cookie is bound to this very host and never sent in the clear', async () => {
    const { sessionCookie } = await at('https://shop.test');
    expect(sessionCookie('staff', asked(), 'token')).toBe(
      '__Host-doorbuster-staff=token; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax; Secure',
    );
    expect(sessionCookie('cust', asked(), 'token')).toMatch(/^__Host-doorbuster-customer=token; .*; Secure$/);
  });

  test('a cookie that a neighbouring host could have set is not taken', async () => {
    const { readSessionCookie } = await at('https://shop.test');
    expect(readSessionCookie('staff', asked('doorbuster-staff=theirs'))).toBeNull();
    const both = 'doorbuster-staff=theirs; __Host-doorbuster-staff=ours';
    expect(readSessionCookie('staff', asked(both))).toBe('ours');
  });

  test('the address of the request tells it as well', async () => {
    const { sessionCookie } = await at('http://localhost:3000');
    expect(sessionCookie('staff', asked(undefined, 'https://preview.test/'), 'token')).toMatch(/^__Host-/);
    expect(sessionCookie('staff', asked(), 'token')).not.toMatch(/__Host-|Secure/);
  });
});

test('taking a session away leaves nothing to keep', async () => {
  const { sessionCookie } = await at('http://localhost:3000');
  expect(sessionCookie('cust', asked(), null)).toMatch(/^doorbuster-customer=; Path=\/; Max-Age=0; HttpOnly/);
});

test('a cookie is found among others, by its whole name', async () => {
  const { readSessionCookie } = await at('http://localhost:3000');
  const read = (cookie?: string) => readSessionCookie('staff', asked(cookie));
  expect(read('a=1; doorbuster-staff=abc.def.g=; b=2')).toBe('abc.def.g=');
  expect(read('doorbuster-staff=first;doorbuster-staff=second')).toBe('first');
  for (const none of [
    undefined,
    '',
    'xdoorbuster-staff=a',
    'doorbuster-staffx=a',
    'doorbuster-customer=a',
    ';;=;',
  ])
    expect(read(none)).toBeNull();
});
