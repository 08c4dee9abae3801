import { atomically } from '@/db/client';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { openSession, type SessionAbout } from '@/lib/platform/sessions';
import { auditMember } from './internal/audit-member';
import { spendCode } from './internal/spend-code';
import { findStanding } from './internal/standing';
import type { SignedIn } from './sign-in';
import type { SignInTicket } from './sign-in-ticket';

type Context = {
  readonly requestId?: string | undefined;
  readonly about?: SessionAbout | undefined;
  readonly nowMs?: number;
};

/** The second step of a sign-in: a code of the member's second factor, after the password. Node only. */
export async function finishSignIn(
  { member: id, stamp }: SignInTicket,
  code: string,
  context: Context = {},
): Promise<Outcome<SignedIn, 'wrong-code' | 'sign-in-expired'>> {
  const standing = await findStanding(id);
  // The password or the role is another by now, or they were disabled: begin again.
  if (standing === null || standing.stamp !== stamp) return no('sign-in-expired');
  if (!(await spendCode(id, code, context))) return no('wrong-code');
  const { token, endsAtMs } = await openSession('staff', id, stamp, { about: context.about });
  await atomically([auditMember('staff.signed-in', id, context)]);
  return ok({
    session: { member: standing.member, endsAt: new Date(endsAtMs).toISOString() },
    token,
  });
}
