import { callFunction } from '@/db/client';
import { newId, type StaffId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { endStaffSessions } from './end-sessions';

/** Lets somebody go: their account is gone and they are signed out. What they did stays in the audit log, by their id. */
export async function removeMember(
  id: StaffId,
  context: WriteContext,
): Promise<Outcome<undefined, 'staff-not-found' | 'last-owner'>> {
  const { outcome } = await callFunction<{ outcome: 'removed' | 'staff-not-found' | 'last-owner' }>(
    'remove_staff',
    { staffId: toUuid(id), auditId: toUuid(newId('aud')), ...context },
  );
  if (outcome !== 'removed') return no(outcome);
  await endStaffSessions(id);
  return ok();
}
