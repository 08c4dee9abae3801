import { query } from '@/db/client';

/** The sweep comes every minute; by then a hold that nobody bought must be gone. */
const GRACE_SECONDS = 180;

/** Whether holds that ended minutes ago are still not released: the sweep is not keeping up, or is not running. */
export async function areHoldsOverdue(): Promise<boolean> {
  const [row] = await query<{ overdue: boolean }>(
    'are_holds_overdue',
    `select exists (
       select from orders
       where status = 'pending' and payment_status in ('none', 'declined')
         and expires_at < now() - make_interval(secs => $1::int)
     ) as overdue`,
    [GRACE_SECONDS],
  );
  return row?.overdue === true;
}
