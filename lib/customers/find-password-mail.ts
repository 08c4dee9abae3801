import { query } from '@/db/client';
import { type PasswordLinkId, toUuid } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';
import { passwordLinkToken } from '@/lib/platform/password-link';

/** What the mail with a customer's link says. The address opens their account: it belongs into the mail and nowhere else. */
export type CustomerPasswordMail = {
  readonly purpose: 'sign-up' | 'reset';
  /** Whether the address has an account already: a sign-up then says so instead of welcoming. */
  readonly isKnown: boolean;
  readonly to: string;
  readonly name: string | null;
  /** `fr-fr`, as the browser that asked said; not checked. */
  readonly market: string | null;
  readonly url: string;
  readonly expiresAt: string;
};

type Row = {
  purpose: 'sign-up' | 'reset';
  is_known: boolean;
  email: string;
  name: string | null;
  market: string | null;
  expires_ms: string;
};

/** What to write to the reader of a link; null when the link opens nothing any more, and then there is nothing to send. */
export async function findCustomerPasswordMail(id: PasswordLinkId): Promise<CustomerPasswordMail | null> {
  const [row] = await query<Row>(
    'find_customer_password_mail',
    `select purpose, l.email, l.name, market, (extract(epoch from expires_at) * 1000)::float8::text as expires_ms,
       exists (select from customers c where lower(c.email) = lower(l.email)) as is_known
     from customer_password_links l where id = $1::uuid and used_at is null and expires_at > now()`,
    [toUuid(id)],
  );
  if (row === undefined) return null;
  const page = `${env().PUBLIC_URL}${row.market === null ? '' : `/${row.market}`}/account/choose-password`;
  return {
    purpose: row.purpose,
    isKnown: row.is_known,
    to: row.email,
    name: row.name,
    market: row.market,
    // Behind the hash, so that it reaches no server's log and no other page's Referer.
    url: `${page}#${await passwordLinkToken('customer', id)}`,
    expiresAt: new Date(Number(row.expires_ms)).toISOString(),
  };
}
