import { type SQL, sql } from 'drizzle-orm';
import { newId, type StaffId, toUuid } from '@/lib/kernel/ids';

/** The statement that notes what a member did about their own account. */
export function auditMember(
  action: 'staff.signed-in',
  id: StaffId,
  { requestId }: { readonly requestId?: string | undefined },
): SQL {
  return sql`insert into audit_log (id, actor, action, subject, request_id)
    values (${toUuid(newId('aud'))}::uuid, ${id}, ${action}, ${id}, ${requestId ?? null})`;
}
