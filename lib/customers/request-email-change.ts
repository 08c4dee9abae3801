import { query } from '@/db/client';
import { type CustomerId, newId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { isPassword } from '@/lib/platform/password';
import { findWithPassword } from './internal/standing';

export type EmailChangeRefusal = 'wrong-password' | 'same-email';

/**
 * Has a link sent to the address that a customer wants to have instead of theirs (event `customers/email-change.requested`
 * { linkId }): until it was used there, nothing changes. Of several wishes the last one counts. Whether somebody else has the
 * address already is told to its own mailbox alone. Node only: it asks for the password.
 */
export async function requestEmailChange(
  id: CustomerId,
  wish: { readonly email: string; readonly password: string; readonly market?: string | undefined },
): Promise<Outcome<null, EmailChangeRefusal>> {
  const found = await findWithPassword(id);
  if (!(await isPassword(wish.password, found?.passwordHash ?? null)) || found === null)
    return no('wrong-password');
  const { customer } = found.standing;
  if (customer.email.toLowerCase() === wish.email.toLowerCase()) return no('same-email');
  const link = newId('link');
  await query(
    'request_customer_email_change',
    `with forgotten as (
       delete from customer_password_links where expires_at < now() - interval '1 day'
     ), closed as (
       update customer_password_links set used_at = now()
       where customer_id = $2::uuid and purpose = 'change-email' and used_at is null
     ), made as (
       insert into customer_password_links (id, purpose, customer_id, email, name, market, expires_at)
       values ($1::uuid, 'change-email', $2::uuid, $3, $4, $5, now() + interval '1 hour')
     )
     insert into outbox (id, name, data)
     values ($6::uuid, 'customers/email-change.requested', jsonb_build_object('linkId', $7::text))`,
    [toUuid(link), toUuid(id), wish.email, customer.name, wish.market ?? null, toUuid(newId('evt')), link],
  );
  return ok(null);
}
