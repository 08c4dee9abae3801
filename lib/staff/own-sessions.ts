import { query } from '@/db/client';
import { newId, type SessionId, type StaffId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { endOtherSessions, endSessionById, listSessions, sessionIdOf } from '@/lib/platform/sessions';
import type { OwnSession } from './model';

type Context = { readonly requestId?: string | undefined };

/** Where a member is signed in, the present browser (by its `token`) marked. Throws when Redis cannot tell. */
export async function listOwnSessions(id: StaffId, token: string): Promise<OwnSession[]> {
  const [sessions, here] = await Promise.all([listSessions('staff', id), sessionIdOf('staff', token)]);
  return sessions.map(({ beganAtMs, seenAtMs, endsAtMs, ...session }) => ({
    ...session,
    beganAt: new Date(beganAtMs).toISOString(),
    seenAt: new Date(seenAtMs).toISOString(),
    endsAt: new Date(endsAtMs).toISOString(),
    isCurrent: session.id === here,
  }));
}

/** Signs a member out in one browser. Throws when Redis cannot be told. */
export async function endOwnSession(
  id: StaffId,
  session: SessionId,
  context: Context,
): Promise<Outcome<undefined, 'session-not-found'>> {
  if (!(await endSessionById(id, session))) return no('session-not-found');
  await note(id, 1, context);
  return ok();
}

/** Signs a member out everywhere but where they are (by its `token`). Gives how many browsers those were. */
export async function endOtherOwnSessions(id: StaffId, token: string, context: Context): Promise<number> {
  const here = await sessionIdOf('staff', token);
  if (here === null) return 0;
  const ended = await endOtherSessions(id, here);
  if (ended > 0) await note(id, ended, context);
  return ended;
}

async function note(id: StaffId, sessions: number, { requestId }: Context): Promise<void> {
  await query(
    'note_ended_sessions',
    `insert into audit_log (id, actor, action, subject, after, request_id)
     values ($1::uuid, $2, 'staff.sessions-ended', $2, jsonb_build_object('sessions', $3::int), $4)`,
    [toUuid(newId('aud')), id, sessions, requestId ?? null],
  );
}
