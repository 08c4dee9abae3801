import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { newId, type StaffId, toUuid } from '@/lib/kernel/ids';
import { hashPassword } from '@/lib/platform/password';
import { closeRedis } from '@/lib/platform/redis/client';
import { beginSecondFactor } from './begin-second-factor';
import { confirmSecondFactor } from './confirm-second-factor';
import { findSecondFactor } from './find-second-factor';
import { findStaffSession } from './find-session';
import { finishSignIn } from './finish-sign-in';
import type { Member } from './model';
import { endOtherOwnSessions, endOwnSession, listOwnSessions } from './own-sessions';
import { removeSecondFactor } from './remove-second-factor';
import { renewRecoveryCodes } from './renew-recovery-codes';
import { resetSecondFactor } from './reset-second-factor';
import { signInStaff } from './sign-in';
import { readSignInTicket, signInTicket } from './sign-in-ticket';

afterAll(async () => {
  await closeDatabase();
  await closeRedis();
});

const PASSWORD = 'correct horse battery';
const STEP_MS = 30_000;
/** In the middle of a step, so that no test stands on an edge. */
const NOW = Math.floor(Date.now() / STEP_MS) * STEP_MS + STEP_MS / 2;

let hash = '';
let member: Member;
let id: StaffId;

beforeEach(async () => {
  hash ||= await hashPassword(PASSWORD);
  id = newId('staff');
  member = { id, name: 'Ada', email: `ada.${id}@example.com`, role: 'manager' };
  await query(
    'test_add_staff',
    `insert into staff (id, email, name, role, password_hash) values ($1::uuid, $2, 'Ada', 'manager', $3)`,
    [toUuid(id), member.email, hash],
  );
});

const codeOf = (secret: string, timestamp: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });

async function begin(): Promise<string> {
  const begun = await beginSecondFactor(member, PASSWORD, 'Moth & Quoin');
  if (!begun.ok) throw new Error(begun.reason);
  return begun.value.secret;
}

async function setUp() {
  const secret = await begin();
  const confirmed = await confirmSecondFactor(id, codeOf(secret, NOW), { nowMs: NOW });
  if (!confirmed.ok) throw new Error(confirmed.reason);
  return { secret, recoveryCodes: confirmed.value.recoveryCodes };
}

async function ticket() {
  const outcome = await signInStaff({ email: member.email, password: PASSWORD });
  if (outcome.ok || outcome.reason !== 'second-factor-required') throw new Error('No second step.');
  const read = await readSignInTicket(outcome.ticket);
  if (read === null) throw new Error('The ticket is none.');
  return read;
}

const finish = async (code: string, nowMs = NOW + STEP_MS) => finishSignIn(await ticket(), code, { nowMs });

describe('a second factor', () => {
  test('is asked for once it was confirmed by a code, and not before', async () => {
    const secret = await begin();
    expect((await signInStaff({ email: member.email, password: PASSWORD })).ok).toBe(true);
    const wrong = codeOf(secret, NOW + 10 * STEP_MS);
    expect(await confirmSecondFactor(id, wrong, { nowMs: NOW })).toMatchObject({ reason: 'wrong-code' });
    expect((await confirmSecondFactor(id, codeOf(secret, NOW), { nowMs: NOW })).ok).toBe(true);
    expect(await findSecondFactor(id)).toEqual({ setAt: expect.any(String), recoveryCodesLeft: 10 });
    expect(await signInStaff({ email: member.email, password: PASSWORD })).toMatchObject({
      reason: 'second-factor-required',
    });
    expect((await signInStaff({ email: member.email, password: 'wrong horse' })).ok).toBe(false);
    expect(await beginSecondFactor(member, PASSWORD, 'S')).toMatchObject({ reason: 'second-factor-set' });
  });

  test('is not begun by whoever finds a browser open', async () => {
    expect(await beginSecondFactor(member, 'a wrong password', 'S')).toMatchObject({
      reason: 'wrong-password',
    });
  });

  test('takes a code once, also of two that come at the same moment, and none that is older', async () => {
    const { secret } = await setUp();
    const code = codeOf(secret, NOW + STEP_MS);
    const both = await Promise.all([finish(code), finish(code)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await finish(code)).toMatchObject({ reason: 'wrong-code' });
    // The one that confirmed it was spent as well.
    expect(await finish(codeOf(secret, NOW))).toMatchObject({ reason: 'wrong-code' });
    expect((await finish(codeOf(secret, NOW + 2 * STEP_MS), NOW + 2 * STEP_MS)).ok).toBe(true);
  });

  test('stands in no copy of the database, and opens nothing in another’s row', async () => {
    const { secret, recoveryCodes } = await setUp();
    const rows = await query<{ all: string }>(
      'test_factor_rows',
      `select jsonb_build_array(to_jsonb(f), (select jsonb_agg(c) from staff_recovery_codes c where c.staff_id = f.staff_id))::text as all
       from staff_second_factors f where staff_id = $1::uuid`,
      [toUuid(id)],
    );
    const kept = String(rows[0]?.all);
    for (const clear of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))])
      expect(kept).not.toContain(clear);
    const other = newId('staff');
    await query(
      'test_add_thief',
      `with thief as (
         insert into staff (id, email, name, role, password_hash) values ($1::uuid, $2, 'T', 'viewer', 'x') returning id
       )
       insert into staff_second_factors (staff_id, secret, confirmed_at)
       select thief.id, f.secret, now() from thief, staff_second_factors f where f.staff_id = $3::uuid`,
      [toUuid(other), `${other}@example.com`, toUuid(id)],
    );
    expect(await removeSecondFactor(other, codeOf(secret, NOW + STEP_MS), { nowMs: NOW })).toMatchObject({
      reason: 'wrong-code',
    });
  });

  test('gives way to a recovery code, once, however it is typed', async () => {
    const { recoveryCodes } = await setUp();
    const [first = '', second = ''] = recoveryCodes;
    expect((await finish(first.toLowerCase().replaceAll('-', ' '))).ok).toBe(true);
    expect(await finish(first)).toMatchObject({ reason: 'wrong-code' });
    expect(await findSecondFactor(id)).toMatchObject({ recoveryCodesLeft: 9 });
    const renewed = await renewRecoveryCodes(id, second);
    expect(renewed.ok && renewed.value.recoveryCodes).toHaveLength(10);
    expect(await finish(recoveryCodes[2] ?? '')).toMatchObject({ reason: 'wrong-code' });
  });

  test('is removed by a code of it, or by an owner, who signs them out', async () => {
    const { secret } = await setUp();
    const removed = await removeSecondFactor(id, codeOf(secret, NOW + STEP_MS), { nowMs: NOW + STEP_MS });
    expect(removed.ok).toBe(true);
    const signedIn = await signInStaff({ email: member.email, password: PASSWORD });
    if (!signedIn.ok) throw new Error(signedIn.reason);
    await setUp();
    expect((await resetSecondFactor(id, { actor: 'staff_owner' })).ok).toBe(true);
    expect(await findStaffSession(signedIn.value.token)).toBeNull();
    const rows = await query<{ action: string; actor: string }>(
      'test_factor_audit',
      `select action, actor from audit_log where subject = $1 and action like 'staff.second%' order by id`,
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual(
      ['set', 'removed', 'set', 'reset'].map((deed) => `staff.second-factor-${deed}`),
    );
    expect(rows.at(-1)?.actor).toBe('staff_owner');
    expect(await resetSecondFactor(newId('staff'), { actor: 'x' })).toMatchObject({
      reason: 'staff-not-found',
    });
  });
});

describe('a ticket to the second step', () => {
  test('is good for five minutes, and for whom it was made', async () => {
    const made = await signInTicket({ member: id, stamp: 's' }, NOW);
    expect(await readSignInTicket(made, NOW + 299_000)).toEqual({ member: id, stamp: 's' });
    expect(await readSignInTicket(made, NOW + 300_000)).toBeNull();
    expect(await readSignInTicket(made.replace(id, newId('staff')), NOW)).toBeNull();
    expect(await readSignInTicket('staff_x.s.1.y', NOW)).toBeNull();
  });

  test('opens nothing once the password or the role is another', async () => {
    const { secret } = await setUp();
    const read = await ticket();
    await query('test_promote', `update staff set role = 'viewer' where id = $1::uuid`, [toUuid(id)]);
    const code = codeOf(secret, NOW + STEP_MS);
    expect(await finishSignIn(read, code, { nowMs: NOW + STEP_MS })).toMatchObject({
      reason: 'sign-in-expired',
    });
  });
});

test('sessions are listed with what tells them apart, and end one by one or all but this one', async () => {
  const signIn = async (device: string) => {
    const about = { device, network: '203.0.113.x' };
    const outcome = await signInStaff({ email: member.email, password: PASSWORD }, { about });
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.value.token;
  };
  const [here, phone, office] = [await signIn('Firefox'), await signIn('Phone'), await signIn('Office')];
  const listed = await listOwnSessions(id, here);
  expect(listed.map(({ device }) => device).sort()).toEqual(['Firefox', 'Office', 'Phone']);
  expect(listed.filter(({ isCurrent }) => isCurrent)).toMatchObject([
    { device: 'Firefox', network: '203.0.113.x' },
  ]);
  const lost = listed.find(({ device }) => device === 'Phone');
  if (lost === undefined) throw new Error('No phone.');
  expect((await endOwnSession(newId('staff'), lost.id, {})).ok).toBe(false);
  expect((await endOwnSession(id, lost.id, {})).ok).toBe(true);
  expect(await endOwnSession(id, lost.id, {})).toMatchObject({ reason: 'session-not-found' });
  expect(await findStaffSession(phone)).toBeNull();
  expect(await endOtherOwnSessions(id, here, {})).toBe(1);
  expect(await findStaffSession(office)).toBeNull();
  expect(await findStaffSession(here)).not.toBeNull();
});
