import { hmacSha256, isEqualInConstantTime } from '@/lib/kernel/hmac';
import { parseId, type StaffId } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';

/** Long enough to find one's phone. */
const GOOD_FOR_MS = 5 * 60_000;

/** What the password has shown, and what it rested on. */
export type SignInTicket = { readonly member: StaffId; readonly stamp: string };

const sign = (unsigned: string) => hmacSha256(`sign-in-ticket:${env().APP_SECRET}`, unsigned);

/** Tells the second step of a sign-in that the first one was taken. It opens nothing by itself and stands nowhere. */
export async function signInTicket(
  { member, stamp }: SignInTicket,
  nowMs: number = Date.now(),
): Promise<string> {
  const unsigned = `${member}.${stamp}.${nowMs + GOOD_FOR_MS}`;
  return `${unsigned}.${await sign(unsigned)}`;
}

/** What a ticket says; null if it is none of ours, or too old. */
export async function readSignInTicket(
  ticket: string,
  nowMs: number = Date.now(),
): Promise<SignInTicket | null> {
  const [id, stamp = '', endsAt = '', signature = '', ...more] = ticket.split('.');
  const member = parseId('staff', id);
  if (member === null || more.length > 0) return null;
  if (!isEqualInConstantTime(await sign(`${id}.${stamp}.${endsAt}`), signature)) return null;
  return nowMs < Number(endsAt) ? { member, stamp } : null;
}
