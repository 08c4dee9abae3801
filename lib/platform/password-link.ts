import { hmacSha256, isEqualInConstantTime } from '@/lib/kernel/hmac';
import { type PasswordLinkId, parseId } from '@/lib/kernel/ids';
import { env } from './env';

export type PasswordLinkWorld = 'staff' | 'customer';

/**
 * The token of a link by which its reader chooses a password: the link's id and HMAC-SHA-256 of it. Derived, never
 * stored, so neither the database nor an event on its way to a mail can open anything.
 */
export async function passwordLinkToken(world: PasswordLinkWorld, id: PasswordLinkId): Promise<string> {
  return `${id}.${await hmacSha256(`password-link:${world}:${env().APP_SECRET}`, id)}`;
}

/** The link that a token opens, if it is one of ours; whether it is still good is for the database to say. */
export async function readPasswordLinkToken(
  world: PasswordLinkWorld,
  token: string,
): Promise<PasswordLinkId | null> {
  const id = parseId('link', token.split('.', 1)[0]);
  if (id === null) return null;
  return isEqualInConstantTime(await passwordLinkToken(world, id), token) ? id : null;
}
