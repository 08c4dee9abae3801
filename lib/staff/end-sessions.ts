import type { StaffId } from '@/lib/kernel/ids';
import { describeError, log } from '@/lib/platform/log';
import { endSession, endSessions } from '@/lib/platform/sessions';

/**
 * Signs a member out everywhere, at once. Call it after the change that asks for it (role, password, disabling) has
 * committed. Never fails: a session also ends by itself, within two seconds, once its member's role, password or standing
 * is another than it was begun with.
 */
export async function endStaffSessions(id: StaffId): Promise<void> {
  await endSessions(id).catch((error: unknown) => {
    log('warn', 'sessions-not-ended', { staff: id, error: describeError(error) });
  });
}

/** Signs one browser out. Throws when Redis cannot be told. */
export async function signOutStaff(token: string): Promise<void> {
  await endSession('staff', token);
}
