import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { newId, parseId, type StaffId, toUuid } from '@/lib/kernel/ids';
import { hashPassword } from '@/lib/platform/password';
import { passwordLinkToken } from '@/lib/platform/password-link';
import { closeRedis, redis } from '@/lib/platform/redis/client';
import * as sessions from '@/lib/platform/sessions';
import { changeStaffPassword } from './change-password';
import { chooseStaffPassword } from './choose-password';
import { endStaffSessions, signOutStaff } from './end-sessions';
import { findStaffPasswordMail } from './find-password-mail';
import { findStaffSession } from './find-session';
import { requestStaffPasswordReset } from './request-password-reset';
import { signInStaff } from './sign-in';

afterAll(async () => {
  await closeDatabase();
  await closeRedis();
});

const PASSWORD = 'correct horse battery';
const NEXT = 'another horse entirely';
/** As long as a change may take to reach an instance that nobody tells. */
const SOON = { timeout: 5_000, interval: 100 };

let id: StaffId;
let email: string;

beforeEach(async () => {
  id = newId('staff');
  email = `Ada.${id}@Example.com`;
  await query(
    'test_add_member',
    `insert into staff (id, email, name, role, password_hash) values ($1::uuid, $2, 'Ada', 'manager', $3)`,
    [toUuid(id), email, await hashPassword(PASSWORD)],
  );
});

const set = (change: string) =>
  query(`test_set_${change.replaceAll(/\W/g, '_')}`, `update staff set ${change} where id = $1::uuid`, [
    toUuid(id),
  ]);

async function signIn(password = PASSWORD) {
  const outcome = await signInStaff({ email, password });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

async function links() {
  const rows = await query<{ data: { linkId: string; staffId: string } }>(
    'test_reset_events',
    `select data from outbox where name = 'staff/password-reset.requested' and data ->> 'staffId' = $1 order by id`,
    [id],
  );
  return rows.map(({ data }) => parseId('link', data.linkId) ?? newId('link'));
}

async function askForLink() {
  await requestStaffPasswordReset(email.toLowerCase());
  const made = (await links()).at(-1);
  if (made === undefined) throw new Error('no event was written');
  return { link: made, token: await passwordLinkToken('staff', made) };
}

describe('signing in', () => {
  test('opens a session, whatever case the address is typed in', async () => {
    const outcome = await signInStaff({ email: email.toUpperCase(), password: PASSWORD });
    expect(outcome).toMatchObject({ ok: true, value: { session: { member: { id, role: 'manager' } } } });
    expect(await findStaffSession(outcome.ok ? outcome.value.token : '')).toMatchObject({ member: { id } });
  });

  test('gives another token each time, and one may end without the other', async () => {
    const [one, two] = [await signIn(), await signIn()];
    expect(one.token).not.toBe(two.token);
    await signOutStaff(one.token);
    expect(await findStaffSession(one.token)).toBeNull();
    expect(await findStaffSession(two.token)).not.toBeNull();
  });

  test.each([
    ['a wrong password', async () => undefined, 'wrong horse battery'],
    ['somebody who was disabled', () => set('disabled_at = now()'), PASSWORD],
    ['somebody who never chose a password', () => set('password_hash = null'), ''],
  ])('is refused for %s', async (_, prepare, password) => {
    await prepare();
    expect(await signInStaff({ email, password })).toEqual({ ok: false, reason: 'wrong-credentials' });
  });

  test('takes as long for somebody unknown', async () => {
    const time = async (of: string) => {
      const began = performance.now();
      await signInStaff({ email: of, password: 'wrong horse battery' });
      return performance.now() - began;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      known.push(await time(email));
      unknown.push(await time(`nobody.${n}@example.com`));
    }
    const median = (times: number[]) => times.toSorted((a, b) => a - b)[3] ?? 0;
    expect(median(unknown) / median(known)).toBeGreaterThan(0.5);
    expect(median(unknown) / median(known)).toBeLessThan(2);
  });
});

describe('a session ends', () => {
  test('everywhere and at once when it is ended', async () => {
    const [one, two] = [await signIn(), await signIn()];
    await endStaffSessions(id);
    expect(await findStaffSession(one.token)).toBeNull();
    expect(await findStaffSession(two.token)).toBeNull();
  });

  test.each(['disabled_at = now()', "role = 'owner'", "password_hash = 'x:y'"])(
    'soon after %s, though nobody ended it',
    async (change) => {
      const { token } = await signIn();
      expect(await findStaffSession(token)).not.toBeNull();
      await set(change);
      await vi.waitFor(async () => expect(await findStaffSession(token)).toBeNull(), SOON);
    },
  );

  test('also when Redis could not be told', async () => {
    const { token } = await signIn();
    const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const lost = vi.spyOn(sessions, 'endSessions').mockRejectedValue(new Error('gone'));
    await set('disabled_at = now()');
    await endStaffSessions(id);
    lost.mockRestore();
    silenced.mockRestore();
    await vi.waitFor(async () => expect(await findStaffSession(token)).toBeNull(), SOON);
  });
});

describe('changing the password', () => {
  const change = (currentPassword: string) => changeStaffPassword(id, { currentPassword, newPassword: NEXT });

  test('needs the present one', async () => {
    expect(await change('wrong horse battery')).toEqual({ ok: false, reason: 'wrong-password' });
    await signIn();
  });

  test('ends every session and begins a new one', async () => {
    const before = [await signIn(), await signIn()];
    const changed = await change(PASSWORD);
    expect(changed.ok).toBe(true);
    expect(await redis.hlen(`session:{${id}}:open`)).toBe(1);
    for (const { token } of before) expect(await findStaffSession(token)).toBeNull();
    expect(await findStaffSession(changed.ok ? changed.value.token : '')).toMatchObject({ member: { id } });
    expect(await signInStaff({ email, password: PASSWORD })).toEqual({
      ok: false,
      reason: 'wrong-credentials',
    });
    await signIn(NEXT);
  });

  test('happens once of two at the same time', async () => {
    const outcomes = await Promise.all([change(PASSWORD), change(PASSWORD)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('closes links that were sent before', async () => {
    const { token } = await askForLink();
    await change(PASSWORD);
    expect(await chooseStaffPassword({ token, newPassword: 'stolen mailbox 123' })).toEqual({
      ok: false,
      reason: 'password-link-invalid',
    });
  });
});

describe('a link for a new password', () => {
  test('is announced by ids alone, and the mail alone holds what opens it', async () => {
    const { link, token } = await askForLink();
    const mail = await findStaffPasswordMail(link);
    expect(mail).toMatchObject({ to: email, name: 'Ada', purpose: 'reset' });
    expect(mail?.url).toMatch(/\/dashboard\/choose-password#link_/);
    expect(mail?.url.endsWith(`#${token}`)).toBe(true);
    const kept = await query(
      'test_link_traces',
      `select l::text as text from staff_password_links l where id = $1::uuid
       union all select o::text from outbox o where data ->> 'linkId' = $2`,
      [toUuid(link), link],
    );
    expect(kept).toHaveLength(2);
    expect(JSON.stringify(kept)).not.toContain(token.split('.')[1]);
    expect(JSON.stringify(kept).toLowerCase()).not.toContain('example.com');
  });

  test('sets the password once, ends all sessions, and closes the other links', async () => {
    const { token: session } = await signIn();
    const [one, two] = [await askForLink(), await askForLink()];
    const attempts = await Promise.all(
      Array.from({ length: 4 }, () => chooseStaffPassword({ token: two.token, newPassword: NEXT })),
    );
    expect(attempts.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await chooseStaffPassword({ token: one.token, newPassword: PASSWORD })).toMatchObject({
      ok: false,
    });
    // Ended, not only refused for what it rests on.
    expect(await redis.hlen(`session:{${id}}:open`)).toBe(0);
    expect(await findStaffSession(session)).toBeNull();
    expect(await findStaffPasswordMail(two.link)).toBeNull();
    await signIn(NEXT);
  });

  test('opens nothing when it is old, forged, or of somebody who was disabled', async () => {
    const { link, token } = await askForLink();
    const choose = (tried: string) => chooseStaffPassword({ token: tried, newPassword: NEXT });
    const refused = { ok: false, reason: 'password-link-invalid' };
    expect(await choose(`${link}.${'A'.repeat(43)}`)).toEqual(refused);
    expect(await choose(await passwordLinkToken('customer', link))).toEqual(refused);
    expect(await choose(await passwordLinkToken('staff', newId('link')))).toEqual(refused);
    await set('disabled_at = now()');
    expect(await choose(token)).toEqual(refused);
    await set('disabled_at = null');
    const late = await askForLink();
    await query(
      'test_age_link',
      `update staff_password_links set expires_at = now() - interval '1 second' where id = $1::uuid`,
      [toUuid(late.link)],
    );
    expect(await choose(late.token)).toEqual(refused);
    await signIn();
  });

  test('is not made for nobody, and old ones are forgotten', async () => {
    const { link } = await askForLink();
    await query(
      'test_age_link_more',
      `update staff_password_links set expires_at = now() - interval '25 hours' where id = $1::uuid`,
      [toUuid(link)],
    );
    await requestStaffPasswordReset('nobody.at.all@example.com');
    const toNobody = await query(
      'test_list_resets_of_nobody',
      `select o.id from outbox o where name = 'staff/password-reset.requested' and not exists (
         select from staff s where 'staff_' || replace(s.id::text, '-', '') = o.data ->> 'staffId')`,
      [],
    );
    expect(toNobody).toEqual([]);
    expect(
      await query('test_find_link', 'select 1 as one from staff_password_links where id = $1::uuid', [
        toUuid(link),
      ]),
    ).toEqual([]);
  });
});
