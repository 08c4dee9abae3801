import { query } from '@/db/client';
import { newId, type StaffId, toUuid } from '@/lib/kernel/ids';

type Note = { readonly actor: string; readonly action: string; readonly requestId?: string | undefined };

/** Takes a second factor and its recovery codes away. Gives whether one was set. */
export async function forgetSecondFactor(id: StaffId, { actor, action, requestId }: Note): Promise<boolean> {
  const gone = await query(
    'remove_second_factor',
    `with gone as (
       delete from staff_second_factors where staff_id = $1::uuid returning staff_id, confirmed_at
     ), codes as (
       delete from staff_recovery_codes where staff_id in (select staff_id from gone)
     ), audited as (
       insert into audit_log (id, actor, action, subject, request_id)
       select $2::uuid, $3, $4, $5, $6 from gone where confirmed_at is not null
     )
     select 1 as one from gone where confirmed_at is not null`,
    [toUuid(id), toUuid(newId('aud')), actor, action, id, requestId ?? null],
  );
  return gone.length > 0;
}
