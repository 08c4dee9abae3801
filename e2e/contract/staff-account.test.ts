import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Answer, call, callAsOwner, invalid, read, refused } from '@/e2e/support/client';
import { freshEmail, freshWord } from '@/e2e/support/fresh';
import { cookieOf, makeMember, PASSWORD, signIn } from '@/e2e/support/people';

const STAFF = '/api/admin/staff';
const OWN = '/api/auth/staff';
const STEP_MS = 30_000;

const ticketed = z.object({ code: z.literal('second-factor-required'), ticket: z.string() });
const codesShape = z.strictObject({ recoveryCodes: z.array(z.string()).length(10) });
const offerShape = z.strictObject({ secret: z.string(), uri: z.string().startsWith('otpauth://totp/') });
const sessionsShape = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string().regex(/^sess_[0-9a-f]{32}$/),
      ...{ device: z.string(), network: z.string(), isCurrent: z.boolean() },
      ...{ beganAt: z.string(), seenAt: z.string(), endsAt: z.string() },
    }),
  ),
});

/** Somebody who is signed in, and asks for what is their own. */
async function somebody() {
  const member = await makeMember('support');
  const { cookie } = await signIn('staff', member);
  const own = (method: string, path: string, json?: object): Promise<Answer> =>
    call(method, `${OWN}${path}`, { headers: { cookie }, ...(json ? { json } : {}) });
  return { ...member, own };
}

const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * STEP_MS });

async function withSecondFactor() {
  const member = await somebody();
  const { secret } = read(
    await member.own('POST', '/second-factor', { password: PASSWORD }),
    200,
    offerShape,
  );
  const confirmed = await member.own('POST', '/second-factor/confirm', { code: codeOf(secret) });
  return { ...member, secret, ...read(confirmed, 200, codesShape) };
}

async function ticketFor(member: { email: string; password: string }): Promise<string> {
  const { answer } = await signIn('staff', member);
  refused(answer, 401, 'second-factor-required');
  expect(cookieOf(answer)).toBe('');
  return ticketed.parse(answer.body).ticket;
}

const finish = (ticket: string, code: string) =>
  call('POST', `${OWN}/sign-in/second-factor`, { json: { ticket, code } });

describe('a second factor', () => {
  test('makes of signing in two steps, and each code opens one session', async () => {
    const member = await withSecondFactor();
    const ticket = await ticketFor(member);
    refused(await finish(ticket, '000000'), 401, 'wrong-code');
    const code = codeOf(member.secret, 1);
    const answer = await finish(ticket, code);
    expect(answer.status, answer.text).toBe(200);
    const session = await call('GET', `${OWN}/session`, { headers: { cookie: cookieOf(answer) } });
    expect(session.body).toMatchObject({ member: { email: member.email } });
    refused(await finish(ticket, code), 401, 'wrong-code');
    refused(await finish(`${ticket}x`, code), 401, 'sign-in-expired');
    expect((await finish(ticket, member.recoveryCodes[0] ?? '')).status).toBe(200);
  });

  test('is set up and changed by nobody but its member', async () => {
    const member = await somebody();
    invalid(await member.own('POST', '/second-factor', { password: 'not my password' }), 'password');
    refused(
      await member.own('POST', '/second-factor/confirm', { code: '123456' }),
      409,
      'second-factor-not-begun',
    );
    const set = await withSecondFactor();
    refused(await set.own('POST', '/second-factor', { password: PASSWORD }), 409, 'second-factor-set');
    invalid(await set.own('POST', '/second-factor/remove', { code: '123456' }), 'code');
    expect((await set.own('GET', '/second-factor')).body).toMatchObject({ recoveryCodesLeft: 10 });
    expect((await set.own('POST', '/second-factor/remove', { code: set.recoveryCodes[1] })).status).toBe(204);
    expect((await signIn('staff', set)).answer.status).toBe(200);
    refused(await call('GET', `${OWN}/second-factor`), 401, 'unauthenticated');
  });

  test('that was lost is taken away by an owner, and its member is signed out', async () => {
    const member = await withSecondFactor();
    const id = `staff_${member.id.replaceAll('-', '')}`;
    expect((await callAsOwner('GET', `${STAFF}/${id}`)).body).toMatchObject({ secondFactor: true });
    expect((await callAsOwner('DELETE', `${STAFF}/${id}/second-factor`)).status).toBe(204);
    refused(await member.own('GET', '/session'), 401, 'unauthenticated');
    expect((await signIn('staff', member)).answer.status).toBe(200);
    refused(
      await callAsOwner('DELETE', `${STAFF}/staff_${'0'.repeat(32)}/second-factor`),
      404,
      'staff-not-found',
    );
  });
});

test('sessions are one’s own to see and to end', async () => {
  const member = await somebody();
  const phone = await signIn('staff', member, {
    headers: { 'user-agent': 'Mozilla/5.0 (iPhone) CriOS/140' },
  });
  const { items } = read(await member.own('GET', '/sessions'), 200, sessionsShape);
  expect(items.map(({ device }) => device)).toContain('Chrome on iPhone');
  expect(items.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
  const other = items.find(({ isCurrent }) => !isCurrent)?.id ?? '';
  const stranger = await somebody();
  refused(await stranger.own('DELETE', `/sessions/${other}`), 404, 'session-not-found');
  expect((await member.own('DELETE', `/sessions/${other}`)).status).toBe(204);
  refused(await call('GET', `${OWN}/session`, { headers: { cookie: phone.cookie } }), 401, 'unauthenticated');
  await signIn('staff', member);
  expect((await member.own('DELETE', '/sessions')).body).toEqual({ ended: 1 });
  expect((await member.own('PATCH', '/profile', { name: 'Eva' })).body).toMatchObject({ name: 'Eva' });
});

test('an invitation is sent again while it was not taken, and withdrawn with its member', async () => {
  const json = { email: freshEmail(), name: 'Ada', role: 'viewer' };
  const invited = z.object({ id: z.string(), invitationUrl: z.string() });
  const first = read(await callAsOwner('POST', STAFF, { json }), 201, invited);
  const second = read(await callAsOwner('POST', `${STAFF}/${first.id}/invitation`), 200, invited);
  const choose = (url: string) =>
    call('POST', `${OWN}/password-reset/confirm`, {
      json: { token: new URL(url).hash.slice(1), newPassword: PASSWORD },
    });
  refused(await choose(first.invitationUrl), 404, 'password-link-invalid');
  expect((await choose(second.invitationUrl)).status).toBe(204);
  refused(await callAsOwner('POST', `${STAFF}/${first.id}/invitation`), 409, 'invitation-accepted');

  const late = read(
    await callAsOwner('POST', STAFF, { json: { ...json, email: freshEmail() } }),
    201,
    invited,
  );
  await callAsOwner('PATCH', `${STAFF}/${late.id}`, { json: { disabled: true } });
  refused(await callAsOwner('POST', `${STAFF}/${late.id}/invitation`), 409, 'staff-disabled');
  expect((await callAsOwner('DELETE', `${STAFF}/${late.id}`)).status).toBe(204);
  refused(await choose(late.invitationUrl), 404, 'password-link-invalid');
});

describe('the audit log', () => {
  const listed = z.object({
    items: z.array(z.object({ action: z.string(), actorName: z.string().nullable() })),
  });

  test('is narrowed by time, names who acted, and leaves as CSV', async () => {
    const began = new Date(Date.now() - 1_000).toISOString();
    const name = `=HYPERLINK("${freshWord()}")`;
    const answer = await callAsOwner('POST', STAFF, { json: { email: freshEmail(), name, role: 'viewer' } });
    const { id } = read(answer, 201, z.object({ id: z.string() }));
    const narrowed = (more: string) => `subject=${id}${more}`;
    const of = async (more: string) =>
      read(await callAsOwner('GET', `/api/admin/audit?${narrowed(more)}`), 200, listed).items;
    expect(await of(`&from=${began}`)).toMatchObject([
      { action: 'staff.created', actorName: expect.any(String) },
    ]);
    expect(await of(`&to=${began}`)).toEqual([]);
    const csv = await callAsOwner('GET', `/api/admin/audit/export?${narrowed('')}`);
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/);
    const [head, row] = csv.text.split('\r\n');
    expect(head).toBe('time,actor,actor name,action,subject,before,after,request id');
    expect(row).toContain(`,staff.created,${id},,`);
    expect(row).toContain('HYPERLINK');
    const facets = z.object({
      actions: z.array(z.string()),
      people: z.array(z.object({ name: z.string() })),
    });
    const known = read(await callAsOwner('GET', '/api/admin/audit/facets'), 200, facets);
    expect(known.actions).toEqual(expect.arrayContaining(['audit.exported', 'staff.created']));
    expect(known.people.map((person) => person.name)).toContain(name);
    await callAsOwner('DELETE', `${STAFF}/${id}`);
  });
});
