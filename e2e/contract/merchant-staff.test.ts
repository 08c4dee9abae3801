import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeApiKey } from '@/e2e/support/api-keys';
import { expectAudited } from '@/e2e/support/audit';
import { call, callAsOwner, invalid, read, refused } from '@/e2e/support/client';
import { collectPages } from '@/e2e/support/collect-pages';
import { freshEmail, freshKey } from '@/e2e/support/fresh';
import { first } from '@/e2e/support/pick';
import { makeProduct, setStock } from '@/e2e/support/product';
import { shop } from '@/e2e/support/shop';

const STAFF = '/api/admin/staff';
const AUDIT = '/api/admin/audit';
const PASSWORD = 'correct horse battery staple';

const memberShape = z.strictObject({
  id: z.string().regex(/^staff_/),
  email: z.string(),
  name: z.string(),
  role: z.enum(['owner', 'manager', 'support', 'viewer']),
  disabled: z.boolean(),
  secondFactor: z.boolean(),
  invitation: z.object({ expiresAt: z.string().nullable() }).nullable(),
  createdAt: z.string(),
});
const newMemberShape = memberShape.extend({ invitationUrl: z.string().optional() });
const entryShape = z.strictObject({
  id: z.string().regex(/^aud_/),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  actorName: z.string().nullable(),
  requestId: z.string().nullable(),
});

const someone = (terms: object = {}) => ({ email: freshEmail(), name: 'Ada', role: 'support', ...terms });
const hire = async (terms: object = {}) =>
  read(await callAsOwner('POST', STAFF, { json: someone(terms) }), 201, newMemberShape);
const see = async (id: string) => read(await callAsOwner('GET', `${STAFF}/${id}`), 200, memberShape);
const change = (id: string, json: object) => callAsOwner('PATCH', `${STAFF}/${id}`, { json });

/** The Cookie header of somebody who has signed in. */
async function signIn(email: string, password = PASSWORD): Promise<string | null> {
  const answer = await call('POST', '/api/auth/staff/sign-in', { json: { email, password } });
  return answer.status === 200 ? ((answer.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? null) : null;
}

describe('a member of staff', () => {
  test('with a password can sign in and do what their role may, until they are somebody else', async () => {
    const { id, email, invitationUrl } = await hire({ password: PASSWORD });
    expect(invitationUrl).toBeUndefined();
    expect(await see(id)).toMatchObject({ email, role: 'support', disabled: false });
    const cookie = (await signIn(email)) ?? '';
    const may = (path: string) => call('GET', path, { headers: { cookie } });
    expect((await may('/api/admin/orders')).status).toBe(200);
    refused(await may('/api/admin/products'), 403, 'forbidden');
    expect(read(await change(id, { role: 'viewer', name: 'Eva' }), 200, memberShape)).toMatchObject({
      role: 'viewer',
      name: 'Eva',
    });
    await expect.poll(async () => (await may('/api/admin/orders')).status, { timeout: 4_000 }).toBe(401);
    await expectAudited(
      id,
      'staff.updated',
      { role: 'support', name: 'Ada' },
      { role: 'viewer', name: 'Eva' },
    );
    expect(read(await change(id, { disabled: true }), 200, memberShape).disabled).toBe(true);
    expect(await signIn(email)).toBeNull();
    await change(id, { disabled: false });
    expect(await signIn(email)).not.toBeNull();
  });

  test('without a password is invited to choose one, by a link that is shown once', async () => {
    const { id, email, invitationUrl } = await hire();
    const token = new URL(invitationUrl ?? 'x:').hash.slice(1);
    expect(JSON.stringify(await see(id))).not.toContain(token);
    const chosen = await call('POST', '/api/auth/staff/password-reset/confirm', {
      json: { token, newPassword: PASSWORD },
    });
    expect(chosen.status, chosen.text).toBeLessThan(300);
    expect(await signIn(email)).not.toBeNull();
  });

  test('who was let go is gone', async () => {
    const { id, email } = await hire({ password: PASSWORD });
    const cookie = (await signIn(email)) ?? '';
    expect((await callAsOwner('DELETE', `${STAFF}/${id}`)).status).toBe(204);
    refused(await callAsOwner('GET', `${STAFF}/${id}`), 404, 'staff-not-found');
    refused(await callAsOwner('DELETE', `${STAFF}/${id}`), 404, 'staff-not-found');
    refused(await change(id, { name: 'x' }), 404, 'staff-not-found');
    await expect
      .poll(async () => (await call('GET', '/api/admin/orders', { headers: { cookie } })).status, {
        timeout: 4_000,
      })
      .toBe(401);
    expect(await signIn(email)).toBeNull();
    await expectAudited(id, 'staff.removed', { name: 'Ada', role: 'support' }, null);
    await hire({ email });
  });

  test('has an address of their own, in whatever case', async () => {
    const { email } = await hire();
    const json = someone({ email: email.toUpperCase() });
    refused(await callAsOwner('POST', STAFF, { json }), 409, 'email-taken');
  });

  test('is made once under a key, and the secret is not shown again', async () => {
    const key = freshKey();
    const json = someone();
    const { id } = read(await callAsOwner('POST', STAFF, { json, key }), 201, newMemberShape);
    const again = await callAsOwner('POST', STAFF, { json, key });
    expect(refused(again, 409, 'idempotency-key-used')).toBeDefined();
    expect(again.body).toMatchObject({ id });
    expect(again.text).not.toContain('link_');
  });

  test.each([
    ['email', { email: 'nobody' }],
    ['name', { name: '' }],
    ['role', { role: 'king' }],
    ['password', { password: 'too short' }],
    ['password', { password: 'x'.repeat(300) }],
  ])('with a wrong %s is refused (%#)', async (path, wrong) => {
    invalid(await callAsOwner('POST', STAFF, { json: someone(wrong) }), path);
  });

  test('is listed, page by page, with nothing secret', async () => {
    const hired = [await hire(), await hire({ password: PASSWORD }), await hire()];
    const all = await collectPages(STAFF, memberShape, { as: shop.ownerKey, limit: 2 });
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of hired) expect(ids).toContain(id);
    const listed = await callAsOwner('GET', `${STAFF}?limit=100`);
    expect(listed.text).not.toMatch(/password|[0-9a-f]{32}:[0-9a-f]{64}/i);
  });
});

describe('the audit log', () => {
  const list = (query: Record<string, string>, limit = 100) =>
    collectPages(AUDIT, entryShape, { as: shop.ownerKey, query, limit });

  test('tells what a merchant did, with before and after, newest first', async () => {
    const { id: keyId, key } = await makeApiKey('manager');
    const product = await makeProduct({ stock: 3 });
    const asManager = { as: key, headers: { 'x-request-id': 'audit-test-0001' } };
    await call('PATCH', `/api/admin/products/${product.id}`, { json: { vendor: 'V' }, ...asManager });
    await call('POST', `/api/admin/variants/${first(product.variants).id}/stock`, {
      json: { delta: 2, reason: 'found' },
      ...asManager,
    });
    const entries = await list({ actor: keyId });
    expect(entries).toMatchObject([
      {
        action: 'stock.adjusted',
        subject: first(product.variants).id,
        before: { available: 3 },
        after: { available: 5, reason: 'found' },
      },
      { action: 'product.updated', subject: product.id, before: { vendor: '' }, after: { vendor: 'V' } },
    ]);
    expect(entries.every(({ actor, requestId }) => actor === keyId && requestId !== null)).toBe(true);
    const about = await list({ subject: product.id }, 1);
    expect(about.map(({ action }) => action)).toEqual(['product.updated', 'product.created']);
    expect(await list({ subject: product.id, action: 'product.created' })).toHaveLength(1);
    await setStock(first(product.variants).id, 9);
    expect(await list({ actor: keyId })).toHaveLength(2);
  });

  test('is for owners and managers, and takes only its own cursors', async () => {
    for (const [role, status] of [
      ['manager', 200],
      ['support', 403],
      ['viewer', 403],
    ] as const) {
      const { key } = await makeApiKey(role);
      expect((await call('GET', AUDIT, { as: key })).status, role).toBe(status);
    }
    invalid(await callAsOwner('GET', `${AUDIT}?cursor=key_1`), 'cursor');
  });
});
