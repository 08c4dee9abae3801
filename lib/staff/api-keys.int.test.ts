import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import { sha256Hex } from '@/lib/kernel/sha256';
import { findEarlierAttempt } from '@/lib/platform/idempotency';
import { createApiKey } from './create-api-key';
import { findApiKey } from './find-api-key';
import type { ApiKey } from './model';
import { listApiKeys } from './queries';
import { revokeApiKey } from './revoke-api-key';

afterAll(closeDatabase);

const by = { actor: 'test' };
const make = (name = 'Warehouse') => createApiKey({ name, role: 'manager' }, by);

async function listAll(limit: number): Promise<ApiKey[]> {
  const keys: ApiKey[] = [];
  for (let after: ApiKey['id'] | null | undefined; after !== null; ) {
    const page = await listApiKeys({ limit, after });
    keys.push(...page.items);
    after = page.nextCursor;
  }
  return keys;
}

describe('an API key', () => {
  test('opens what its role opens', async () => {
    const { id, key, role, preview } = await make();
    expect(key).toMatch(/^dbk_[A-Za-z0-9_-]{43}$/);
    expect(key.startsWith(preview)).toBe(true);
    expect(await findApiKey(key)).toEqual({ kind: 'api-key', id, role });
  });

  test('says when it was used last', async () => {
    const { id, key } = await make();
    const used = async () => (await listAll(100)).find((listed) => listed.id === id)?.lastUsedAt;
    expect(await used()).toBeNull();
    await findApiKey(key);
    expect(Date.now() - Date.parse((await used()) ?? '')).toBeLessThan(60_000);
  });

  test('is nowhere in the database, only its hash', async () => {
    const idempotency = { id: toUuid(newId('req')), fingerprint: await sha256Hex('') };
    const { id, key } = await createApiKey({ name: 'Secret', role: 'viewer' }, { ...by, idempotency });
    const rows = await query(
      'test_secrets',
      `select k::text as text from api_keys k where id = $1::uuid
       union all select a::text from audit_log a where subject = $2
       union all select i::text from idempotency_keys i where id = $3::uuid`,
      [toUuid(id), id, idempotency.id],
    );
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain(key.slice(8));
    expect(await findEarlierAttempt(idempotency)).toMatchObject({
      status: 201,
      body: JSON.stringify({ id }),
    });
  });

  test('is listed as it begins, never as it is, until it is revoked', async () => {
    const made = [await make('one'), await make('two'), await make('three')];
    const listed = await listAll(100);
    const { key: _, ...shown } = made[1] ?? (await make());
    expect(listed.find(({ id }) => id === shown.id)).toEqual(shown);
    expect(await listAll(2)).toEqual(listed);
    expect(JSON.stringify(listed)).not.toContain(made[1]?.key.slice(8));
    expect(await revokeApiKey(shown.id, by)).toMatchObject({ ok: true });
    expect((await listAll(100)).some(({ id }) => id === shown.id)).toBe(false);
  });

  test('is refused once it is revoked, and can be revoked once', async () => {
    const { id, key } = await make();
    expect(await revokeApiKey(id, by)).toMatchObject({ ok: true });
    expect(await findApiKey(key)).toBeNull();
    expect(await revokeApiKey(id, by)).toEqual({ ok: false, reason: 'api-key-not-found' });
    expect(await revokeApiKey(newId('key'), by)).toEqual({ ok: false, reason: 'api-key-not-found' });
    const audits = await query<{ action: string }>(
      'test_audits',
      'select action from audit_log where subject = $1 order by id',
      [id],
    );
    expect(audits.map(({ action }) => action)).toEqual(['api-key.created', 'api-key.revoked']);
  });
});
