import { sql } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { inSession, type Session } from '@/db/session';
import { makeOffer } from '@/db/testing/offers';
import { newId, toUuid } from '@/lib/kernel/ids';
import { changeSettings } from './change-settings';
import { getSettings } from './queries';

afterAll(closeDatabase);

class Undone extends Error {}

/** What `work` gives, of a transaction that leaves nothing behind: other tests share the one row of settings. */
async function undone<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const results: T[] = [];
  await inSession(async (session) => {
    results.push(await work(session));
    throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return results[0] as T;
}

async function change(session: Session, changes: object): Promise<{ outcome: string }> {
  const request = { changes, actor: 'test', auditId: toUuid(newId('aud')) };
  const { rows } = await session.execute(
    sql`select change_settings(${JSON.stringify(request)}::jsonb) as answer`,
  );
  return rows[0]?.answer as { outcome: string };
}

it('the currency of a shop in which nothing has a price can change, of any other it cannot', async () => {
  await makeOffer();
  const outcomes = await undone(async (session) => {
    const full = await change(session, { currency: 'EUR' });
    // These hide the tables that other tests fill.
    for (const table of ['prices', 'orders', 'discounts'])
      await session.execute(sql.raw(`create temp table ${table} (like public.${table}) on commit drop`));
    await session.execute(sql`discard plans`);
    const empty = await change(session, { currency: 'EUR' });
    return [full, empty];
  });
  expect(outcomes).toMatchObject([
    { outcome: 'currency-in-use' },
    { outcome: 'changed', settings: { currency: 'EUR' } },
  ]);
  expect((await getSettings()).currency).toBe('USD');
});

it('a time zone that Postgres does not know is refused, and nothing changes', async () => {
  const before = await getSettings();
  const outcome = await changeSettings({ timeZone: 'Etc/Nowhere', name: 'x' }, { actor: 'test' });
  expect(outcome).toEqual({ ok: false, reason: 'unknown-time-zone' });
  expect(await getSettings()).toEqual(before);
});

it('changing nothing leaves no trace', async () => {
  const count = async () =>
    (
      await query<{ count: number }>(
        'test_settings_audits',
        `select count(*)::int as count from audit_log where action = 'settings.changed'`,
        [],
      )
    )[0]?.count;
  const before = await count();
  const settings = await getSettings();
  expect(await changeSettings({ name: settings.name }, { actor: 'test' })).toMatchObject({ ok: true });
  expect(await count()).toBe(before);
});
