import { query } from '@/db/client';
import { toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { isPassword } from '@/lib/platform/password';
import { newTotpSecret, totpUri } from './internal/one-time-password';
import { sealSecret } from './internal/sealed-secret';
import { findWithPassword } from './internal/standing';
import type { Member } from './model';

/** What an app is given: by its camera (`uri`, as a QR code) or by hand. */
export type SecondFactorOffer = { readonly secret: string; readonly uri: string };

/**
 * Begins to set up a second factor: nothing asks for it before a code of it was confirmed. The password is asked for, or
 * whoever finds a browser open could lock its owner out. Node only.
 */
export async function beginSecondFactor(
  { id, email }: Member,
  password: string,
  shop: string,
): Promise<Outcome<SecondFactorOffer, 'wrong-password' | 'second-factor-set'>> {
  const found = await findWithPassword(id);
  if (!(await isPassword(password, found?.passwordHash ?? null))) return no('wrong-password');
  const secret = newTotpSecret();
  const begun = await query(
    'begin_second_factor',
    `insert into staff_second_factors as f (staff_id, secret) values ($1::uuid, $2)
     on conflict (staff_id) do update set secret = excluded.secret, created_at = now(), last_step = 0
       where f.confirmed_at is null
     returning 1 as one`,
    [toUuid(id), await sealSecret(id, secret)],
  );
  return begun.length === 0 ? no('second-factor-set') : ok({ secret, uri: totpUri(secret, shop, email) });
}
