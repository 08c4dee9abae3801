import { query } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';

type Reader = { readonly email: string; readonly market?: string | undefined };

/**
 * Has a link sent by which whoever reads the address's mail becomes a customer, and chooses a password: the event
 * `customers/sign-up.requested` { linkId } leaves with the link, and `findCustomerPasswordMail` tells the mail what to say.
 * Until then there is no customer, so nobody can prepare an account for somebody else's address. One statement.
 */
export async function requestSignUp({
  email,
  name,
  market,
}: Reader & { readonly name?: string | undefined }): Promise<void> {
  const id = newId('link');
  await query(
    'request_customer_sign_up',
    `with forgotten as (
       delete from customer_password_links where expires_at < now() - interval '1 day'
     ), made as (
       insert into customer_password_links (id, purpose, email, name, market, expires_at)
       values ($1::uuid, 'sign-up', $2, $3, $4, now() + interval '24 hours')
     )
     insert into outbox (id, name, data)
     values ($5::uuid, 'customers/sign-up.requested', jsonb_build_object('linkId', $6::text))`,
    [toUuid(id), email, name ?? null, market ?? null, toUuid(newId('evt')), id],
  );
}

/**
 * Has a link by which a new password is chosen sent to a customer, if there is one with this address (event
 * `customers/password-reset.requested` { linkId }). Nothing tells whether there was one. One statement.
 */
export async function requestCustomerPasswordReset({ email, market }: Reader): Promise<void> {
  const id = newId('link');
  await query(
    'request_customer_password_reset',
    `with forgotten as (
       delete from customer_password_links where expires_at < now() - interval '1 day'
     ), made as (
       insert into customer_password_links (id, purpose, email, name, market, expires_at)
       select $1::uuid, 'reset', email, name, $3, now() + interval '30 minutes'
       from customers where lower(email) = lower($2) and disabled_at is null
       returning id
     )
     insert into outbox (id, name, data)
     select $4::uuid, 'customers/password-reset.requested', jsonb_build_object('linkId', $5::text) from made`,
    [toUuid(id), email, market ?? null, toUuid(newId('evt')), id],
  );
}
