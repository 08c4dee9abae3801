import { callFunction } from '@/db/client';
import { newId, type StaffId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { env } from '@/lib/platform/env';
import { passwordLinkToken } from '@/lib/platform/password-link';
import type { NewMember } from './create-member';
import { type MemberRow, toMember } from './internal/member-row';

type Answer =
  | { outcome: 'invited'; member: MemberRow }
  | { outcome: 'staff-not-found' | 'invitation-accepted' | 'staff-disabled' };

/** Has another invitation sent to somebody who has chosen no password yet; the links before open nothing any more. */
export async function inviteAgain(
  id: StaffId,
  context: WriteContext,
): Promise<Outcome<NewMember, 'staff-not-found' | 'invitation-accepted' | 'staff-disabled'>> {
  const linkId = newId('link');
  const answer = await callFunction<Answer>('invite_staff', {
    staffId: toUuid(id),
    linkId: toUuid(linkId),
    auditId: toUuid(newId('aud')),
    eventId: toUuid(newId('evt')),
    ...context,
  });
  if (answer.outcome !== 'invited') return no(answer.outcome);
  const token = await passwordLinkToken('staff', linkId);
  return ok({
    ...toMember(answer.member),
    invitationUrl: `${env().PUBLIC_URL}/dashboard/choose-password#${token}`,
  });
}
