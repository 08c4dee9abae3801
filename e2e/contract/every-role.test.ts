import { beforeAll, describe, expect, test } from 'vitest';
import { makeApiKey } from '@/e2e/support/api-keys';
import { type Answer, call, refused } from '@/e2e/support/client';
import { freshKey } from '@/e2e/support/fresh';
import type { OpenApi } from '@/e2e/support/generated-request';
import { API_KEY_ROLES, type Role } from '@/e2e/support/shapes';

/**
 * Every call of the document by every role and by nobody. What each role may is said here once more, in the words of the
 * contract: owner everything; manager all but staff, keys and releases; support orders and customers; viewer reads.
 */
const OWNERS_ALONE = /^\/api\/admin\/(staff|api-keys|releases)\b/;
// Of reports, those of orders and customers: what is asked for decides, and their own tests tell.
const SUPPORTS = /^\/api\/admin\/(orders|customers|mails|reports|report-schedules|notices|pulse|tasks)\b/;
// What somebody is told of is their own affair.
const ONES_OWN = /^\/api\/admin\/notices\b/;
const NOT_TO_BE_SEEN = /^\/api\/admin\/audit\b/;
const MAY: Readonly<Record<Role, (method: string, path: string) => boolean>> = {
  owner: () => true,
  manager: (_, path) => !OWNERS_ALONE.test(path),
  support: (_, path) => SUPPORTS.test(path),
  viewer: (method, path) =>
    (method === 'GET' || ONES_OWN.test(path)) && !OWNERS_ALONE.test(path) && !NOT_TO_BE_SEEN.test(path),
};

type Call = {
  method: string;
  path: string;
  roles: readonly string[];
  isMerchants: boolean;
  hasBody: boolean;
};

const keys = new Map<Role, string>();
let calls: Call[] = [];

beforeAll(async () => {
  const { paths } = (await call('GET', '/api/openapi.json')).body as OpenApi;
  calls = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { security, 'x-roles': roles = [], requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      roles,
      isMerchants: (security ?? []).some((way) => 'apiKey' in way),
      hasBody: requestBody !== undefined,
    })),
  );
  for (const role of API_KEY_ROLES) keys.set(role, (await makeApiKey(role)).key);
});

/** Asks for something that is not there and with nothing in it: whoever may is refused for that, or sees a list. */
function ask({ method, path, hasBody }: Call, as?: string): Promise<Answer> {
  const nowhere = path.replaceAll(/\{(\w+)\}/g, 'nothing-of-ours');
  const options = as === undefined ? {} : { as };
  return call(method, nowhere, { ...options, key: freshKey(), ...(hasBody ? { json: {} } : {}) });
}

const merchants = () => calls.filter(({ isMerchants }) => isMerchants);
const named = ({ method, path }: Call) => `${method} ${path}`;

test('everything below /api/admin asks who it is, and nothing else asks for a role', () => {
  expect(merchants().length).toBeGreaterThan(40);
  for (const one of calls) expect(one.isMerchants, named(one)).toBe(one.path.startsWith('/api/admin/'));
});

test('the document names the roles that the contract allows', () => {
  for (const one of merchants()) {
    const allowed = API_KEY_ROLES.filter((role) => MAY[role](one.method, one.path));
    expect(one.roles, named(one)).toEqual(allowed);
  }
});

describe.each(API_KEY_ROLES)('%s', (role) => {
  test('is let through to what it may, and to nothing else', { timeout: 120_000 }, async () => {
    for (const one of merchants()) {
      const answer = await ask(one, keys.get(role));
      if (!MAY[role](one.method, one.path)) refused(answer, 403, 'forbidden');
      else expect([401, 403], `${named(one)}: ${answer.status} ${answer.text}`).not.toContain(answer.status);
      expect(answer.status, answer.text).toBeLessThan(500);
    }
  });
});

test('nobody, and who has no key of ours, is asked to sign in', { timeout: 120_000 }, async () => {
  for (const one of merchants()) {
    refused(await ask(one), 401, 'unauthenticated');
    refused(await ask(one, `dbk_${'x'.repeat(43)}`), 401, 'unauthenticated');
  }
});
