import { callFunction } from '@/db/client';
import { newId, type StaffId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { endStaffSessions } from './end-sessions';
import type { ChangeMemberInput } from './input';
import { type MemberRow, toMember } from './internal/member-row';
import type { MerchantMember } from './model';

type ChangeAnswer =
  | { outcome: 'changed'; member: MemberRow; standing: boolean }
  | { outcome: 'staff-not-found' | 'last-owner' };

/**
 * Changes what the input names of a member. Who may do other things now, or nothing any more, is signed out everywhere.
 * The last owner who can sign in stays one, also when two owners leave at the same moment.
 */
export async function changeMember(
  id: StaffId,
  { disabled, ...changes }: ChangeMemberInput,
  context: WriteContext,
): Promise<Outcome<MerchantMember, 'staff-not-found' | 'last-owner'>> {
  const answer = await callFunction<ChangeAnswer>('change_staff', {
    staffId: toUuid(id),
    changes,
    disabled,
    auditId: toUuid(newId('aud')),
    ...context,
  });
  if (answer.outcome !== 'changed') return no(answer.outcome);
  if (answer.standing) await endStaffSessions(id);
  return ok(toMember(answer.member));
}
