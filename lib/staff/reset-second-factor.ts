import { query } from '@/db/client';
import { type StaffId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { endStaffSessions } from './end-sessions';
import { forgetSecondFactor } from './internal/forget-second-factor';

/**
 * Takes the second factor of a member who lost it away, on an owner's word, and signs them out everywhere: whoever found the
 * app may be signed in with it.
 */
export async function resetSecondFactor(
  id: StaffId,
  context: WriteContext,
): Promise<Outcome<undefined, 'staff-not-found'>> {
  const known = await query('find_staff_id', 'select 1 as one from staff where id = $1::uuid', [toUuid(id)]);
  if (known.length === 0) return no('staff-not-found');
  const wasSet = await forgetSecondFactor(id, { ...context, action: 'staff.second-factor-reset' });
  if (wasSet) await endStaffSessions(id);
  return ok();
}
