import { callFunction } from '@/db/client';
import { newId, type StaffId, toUuid } from '@/lib/kernel/ids';
import { type MemberRow, toMember } from './internal/member-row';
import type { Member } from './model';

/** Changes what a member is called, by themselves. null: they are gone meanwhile. */
export async function changeOwnName(
  id: StaffId,
  name: string,
  context: { readonly requestId?: string | undefined },
): Promise<Member | null> {
  const answer = await callFunction<{ outcome: string; member: MemberRow }>('change_staff', {
    staffId: toUuid(id),
    changes: { name },
    auditId: toUuid(newId('aud')),
    actor: id,
    ...context,
  });
  if (answer.outcome !== 'changed') return null;
  const { email, name: changed, role } = toMember(answer.member);
  return { id, name: changed, email, role };
}
