import { findSession } from '@/lib/platform/sessions';
import { findStanding } from './internal/standing';
import type { StaffSession } from './model';

/**
 * Who is signed in with this token, with their role as it is now; null if nobody is. A session ends with the password or
 * role that it was begun with. Throws when Redis cannot tell.
 */
export async function findStaffSession(token: string): Promise<StaffSession | null> {
  const found = await findSession('staff', token, findStanding);
  if (found === null) return null;
  return { member: found.standing.member, endsAt: new Date(found.endsAtMs).toISOString() };
}
