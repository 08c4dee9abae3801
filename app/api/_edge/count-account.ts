import type { StaffId } from '@/lib/kernel/ids';
import { sha256Hex } from '@/lib/kernel/sha256';
import { clientAddress } from '@/lib/platform/client-address';
import { countRequest, type RateVerdict } from '@/lib/platform/rate-limit';
import { type Refusal, refuse } from './operation';

type World = 'staff' | 'customer';
type Limited = Refusal<'rate-limited'> | null;

/**
 * Counts an attempt to sign in as somebody, whether they exist or not: against the address that tries, so that a
 * stranger's guesses do not lock them out, and against all that try together.
 */
export async function countSignIn(world: World, email: string, request: Request): Promise<Limited> {
  const account = await nameAccount(world, email);
  const verdicts = await Promise.all([
    countRequest('sign-in-account', `${account}:${clientAddress(request.headers)}`),
    countRequest('sign-in-anywhere', account),
  ]);
  return refuseFirst(verdicts);
}

/** Counts a mail that somebody asks to have sent to an address, whether it has an account or not. */
export async function countMail(world: World, email: string): Promise<Limited> {
  return refuseFirst([await countRequest('account-mail-to', await nameAccount(world, email))]);
}

function refuseFirst(verdicts: readonly RateVerdict[]): Limited {
  const limited = verdicts.find(({ isAllowed }) => !isAllowed);
  if (limited === undefined) return null;
  const detail = 'Too many attempts for this e-mail address. Wait as long as Retry-After says, then repeat.';
  return refuse('rate-limited', { detail, headers: limited.headers });
}

/** A digest, so that no key in Redis holds an address. */
async function nameAccount(world: World, email: string): Promise<string> {
  return (await sha256Hex(`${world}:${email.trim().toLowerCase()}`)).slice(0, 32);
}

/** Counts a code that somebody gives for a member's second factor, from wherever: six digits are soon guessed. */
export async function countSecondFactor(member: StaffId): Promise<Limited> {
  const { isAllowed, headers } = await countRequest('second-factor', member);
  if (isAllowed) return null;
  const detail = 'Too many codes were tried. Wait as long as Retry-After says, then repeat.';
  return refuse('rate-limited', { detail, headers });
}

/** A code that is none, of somebody who is signed in. */
export const refuseCode = (): Refusal<'validation-failed'> =>
  refuse('validation-failed', {
    errors: [
      { path: 'code', message: 'This is no code of yours, or it was used before. Wait for the next one.' },
    ],
  });
