import { query } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';

/**
 * Has a link by which a new password is chosen sent to a member, if there is one with this address: the event
 * `staff/password-reset.requested` { linkId, staffId } leaves with the link, and `findStaffPasswordMail` tells the mail what to
 * say. Nothing tells whether there was one. One statement.
 */
export async function requestStaffPasswordReset(email: string): Promise<void> {
  const id = newId('link');
  await query(
    'request_staff_password_reset',
    `with forgotten as (
       delete from staff_password_links where expires_at < now() - interval '1 day'
     ), made as (
       insert into staff_password_links (id, staff_id, purpose, expires_at)
       select $1::uuid, id, 'reset', now() + interval '30 minutes'
       from staff where lower(email) = lower($2) and disabled_at is null
       returning staff_id
     )
     insert into outbox (id, name, data)
     select $3::uuid, 'staff/password-reset.requested',
       jsonb_build_object('linkId', $4::text, 'staffId', 'staff_' || replace(staff_id::text, '-', ''))
     from made`,
    [toUuid(id), email, toUuid(newId('evt')), id],
  );
}
