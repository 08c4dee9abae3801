import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { callAsOwner, read, refused } from '@/e2e/support/client';
import { collectPages } from '@/e2e/support/collect-pages';
import { databaseKnown } from '@/e2e/support/database';
import { freshEmail } from '@/e2e/support/fresh';
import { first } from '@/e2e/support/pick';
import { shop } from '@/e2e/support/shop';

// Alone: it takes all other owners' access away for a while.

const STAFF = '/api/admin/staff';
const memberShape = z.object({ id: z.string(), role: z.string(), disabled: z.boolean() });
const change = (id: string, json: object) => callAsOwner('PATCH', `${STAFF}/${id}`, { json });

async function hireOwner(terms: object = { password: 'correct horse battery staple' }) {
  const json = { email: freshEmail(), name: 'Ada', role: 'owner', ...terms };
  return read(await callAsOwner('POST', STAFF, { json }), 201, memberShape).id;
}

let others: string[] = [];
let pair: string[] = [];

beforeAll(async () => {
  const members = await collectPages(STAFF, memberShape, { as: shop.ownerKey, limit: 100 });
  others = members.filter(({ role, disabled }) => role === 'owner' && !disabled).map(({ id }) => id);
  pair = [await hireOwner(), await hireOwner()];
  for (const id of others) expect((await change(id, { disabled: true })).status).toBe(200);
});
afterAll(async () => {
  for (const id of others) await change(id, { disabled: false });
  for (const id of pair) await callAsOwner('DELETE', `${STAFF}/${id}`);
});

/** Keeps the calls of `act` from ending until all of them have looked: each writes into the audit log before it commits. */
async function atOnce<T>(act: () => Promise<T>[]): Promise<T[]> {
  if (!databaseKnown) return Promise.all(act());
  const holder = new pg.Client({ connectionString: shop.stack.POSTGRES_URL_NON_POOLING });
  await holder.connect();
  try {
    await holder.query('begin; lock table audit_log in share mode');
    const calls = act();
    await sleep(300);
    await holder.query('commit');
    return await Promise.all(calls);
  } finally {
    await holder.end();
  }
}

const LEAVE: [string, (id: string) => ReturnType<typeof callAsOwner>][] = [
  ['are disabled', (id) => change(id, { disabled: true })],
  ['become managers', (id) => change(id, { role: 'manager' })],
  ['are let go', (id) => callAsOwner('DELETE', `${STAFF}/${id}`)],
];

test.each(LEAVE)('of two owners who %s at the same moment one stays', async (_, leave) => {
  for (let round = 0; round < 4; round += 1) {
    const answers = await atOnce(() => pair.map(leave));
    const refusals = answers.filter(({ status }) => status === 409);
    expect(answers.map(({ status }) => status).toSorted(), `round ${round}`).toHaveLength(2);
    expect(refusals).toHaveLength(1);
    refused(first(refusals), 409, 'last-owner');
    const stays = pair[answers.findIndex(({ status }) => status === 409)] ?? '';
    for (const [, again] of LEAVE) refused(await again(stays), 409, 'last-owner');
    // Somebody who was invited and has not come yet cannot sign in.
    const invited = await hireOwner({});
    refused(await leave(stays), 409, 'last-owner');
    expect((await callAsOwner('DELETE', `${STAFF}/${invited}`)).status).toBe(204);
    // What does not take the role away is allowed.
    expect((await change(stays, { name: 'Eva' })).status).toBe(200);
    for (const id of pair) if (id !== stays) await callAsOwner('DELETE', `${STAFF}/${id}`);
    pair = [stays, await hireOwner()];
  }
});
