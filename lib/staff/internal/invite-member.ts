import { type SQL, sql } from 'drizzle-orm';
import { newId, type StaffId, toUuid } from '@/lib/kernel/ids';

/**
 * The statement that has a link sent to a member by which they choose their first password, good for a week: event
 * `staff/member.invited` { linkId, staffId }. For the transaction that makes the member, after their row.
 */
export function inviteMember(id: StaffId): SQL {
  const link = newId('link');
  return sql`with made as (
      insert into staff_password_links (id, staff_id, purpose, expires_at)
      values (${toUuid(link)}::uuid, ${toUuid(id)}::uuid, 'invitation', now() + interval '7 days')
    )
    insert into outbox (id, name, data)
    values (${toUuid(newId('evt'))}::uuid, 'staff/member.invited',
            jsonb_build_object('linkId', ${link}::text, 'staffId', ${id}::text))`;
}
