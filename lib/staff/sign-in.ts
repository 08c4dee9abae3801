import { atomically } from '@/db/client';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { isPassword } from '@/lib/platform/password';
import { openSession } from '@/lib/platform/sessions';
import { auditMember } from './internal/audit-member';
import { findByEmail } from './internal/standing';
import type { StaffSession } from './model';

export type SignedIn = { readonly session: StaffSession; readonly token: string };

/**
 * Begins a session of whoever knows a member's password. An unknown address, a wrong password and a disabled member are
 * one answer, and take as long. Node only: it hashes the password.
 */
export async function signInStaff(
  { email, password }: { readonly email: string; readonly password: string },
  context: { readonly requestId?: string | undefined } = {},
): Promise<Outcome<SignedIn, 'wrong-credentials'>> {
  const found = await findByEmail(email);
  if (!(await isPassword(password, found?.passwordHash ?? null)) || found === null)
    return no('wrong-credentials');
  const { member, stamp } = found.standing;
  const { token, endsAtMs } = await openSession('staff', member.id, stamp);
  await atomically([auditMember('staff.signed-in', member.id, context)]);
  return ok({ session: { member, endsAt: new Date(endsAtMs).toISOString() }, token });
}
