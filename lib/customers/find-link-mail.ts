import { query } from '@/db/client';
import { type PasswordLinkId, toUuid } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';
import { passwordLinkToken } from '@/lib/platform/password-link';

export type LinkPurpose = 'sign-up' | 'reset' | 'sign-in' | 'change-email' | 'erase';

/** What the mail with a customer's link says. The address opens their account: it belongs into the mail and nowhere else. */
export type CustomerLinkMail = {
  readonly purpose: LinkPurpose;
  /** Whether the address has an account already: a sign-up then says so instead of welcoming, a change that it cannot be. */
  readonly isKnown: boolean;
  readonly to: string;
  readonly name: string | null;
  /** `fr-fr`, as the browser that asked said; not checked. */
  readonly market: string | null;
  readonly url: string;
  readonly expiresAt: string;
};

/** The page that each link leads to. None of them does anything before a button is pressed: mail scanners open links too. */
const PAGES: Readonly<Record<LinkPurpose, string>> = {
  'sign-up': 'choose-password',
  reset: 'choose-password',
  'sign-in': 'sign-in',
  'change-email': 'confirm-email',
  erase: 'erase',
};

type Row = {
  purpose: LinkPurpose;
  is_known: boolean;
  email: string;
  name: string | null;
  market: string | null;
  expires_ms: string;
};

/** What to write to the reader of a link; null when the link opens nothing any more, and then there is nothing to send. */
export async function findCustomerLinkMail(id: PasswordLinkId): Promise<CustomerLinkMail | null> {
  const [row] = await query<Row>(
    'find_customer_link_mail',
    `select purpose, l.email, l.name, market, (extract(epoch from expires_at) * 1000)::float8::text as expires_ms,
       exists (select from customers c where lower(c.email) = lower(l.email)) as is_known
     from customer_password_links l where id = $1::uuid and used_at is null and expires_at > now()`,
    [toUuid(id)],
  );
  if (row === undefined) return null;
  const page = `${env().PUBLIC_URL}${row.market === null ? '' : `/${row.market}`}/account/${PAGES[row.purpose]}`;
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

/** Who is told that an account's address is another now: the reader of the one before. */
export type EmailChangedMail = {
  readonly to: string;
  /** The new address, as far as it may be told: what is before the @ is the customer's own business. */
  readonly newEmail: string;
  readonly market: string | null;
};

/** What to write to the address that a change took the place of; null when the customer was erased meanwhile. */
export async function findEmailChangedMail(id: PasswordLinkId): Promise<EmailChangedMail | null> {
  const [row] = await query<{ previous_email: string; email: string; market: string | null }>(
    'find_customer_email_changed_mail',
    `select previous_email, email, market from customer_password_links
     where id = $1::uuid and purpose = 'change-email' and previous_email is not null`,
    [toUuid(id)],
  );
  return row === undefined ? null : { to: row.previous_email, newEmail: mask(row.email), market: row.market };
}

/** `a…@example.com` */
function mask(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
