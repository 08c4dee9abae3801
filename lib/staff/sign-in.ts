import { atomically } from '@/db/client';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { isPassword } from '@/lib/platform/password';
import { openSession, type SessionAbout } from '@/lib/platform/sessions';
import { auditMember } from './internal/audit-member';
import { findByEmail } from './internal/standing';
import type { StaffSession } from './model';
import { signInTicket } from './sign-in-ticket';

export type SignedIn = { readonly session: StaffSession; readonly token: string };

/**
 * Begins a session of whoever knows a member's password. An unknown address, a wrong password and a disabled member are
 * one answer, and take as long. Whoever has a second factor gets a ticket to its step instead. Node only: it hashes the
 * password.
 */
export async function signInStaff(
  { email, password }: { readonly email: string; readonly password: string },
  context: { readonly requestId?: string | undefined; readonly about?: SessionAbout | undefined } = {},
): Promise<
  Outcome<SignedIn, { reason: 'wrong-credentials' } | { reason: 'second-factor-required'; ticket: string }>
> {
  const found = await findByEmail(email);
  if (!(await isPassword(password, found?.passwordHash ?? null)) || found === null)
    return no('wrong-credentials');
  const { member, stamp } = found.standing;
  if (found.standing.hasSecondFactor)
    return no('second-factor-required', { ticket: await signInTicket({ member: member.id, stamp }) });
  const { token, endsAtMs } = await openSession('staff', member.id, stamp, { about: context.about });
  await atomically([auditMember('staff.signed-in', member.id, context)]);
  return ok({ session: { member, endsAt: new Date(endsAtMs).toISOString() }, token });
}
