import { query } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import { sendLinkToCustomer } from './internal/send-link';

type Reader = { readonly email: string; readonly market?: string | undefined };

/**
 * Has a link sent by which whoever reads the address's mail becomes a customer, and chooses a password: the event
 * `customers/sign-up.requested` { linkId } leaves with the link, and `findCustomerLinkMail` tells the mail what to say.
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
 * `customers/password-reset.requested` { linkId }). Nothing tells whether there was one.
 */
export const requestCustomerPasswordReset = (reader: Reader): Promise<void> =>
  sendLinkToCustomer('reset', reader);

/**
 * Has a link that signs in sent to a customer, if there is one with this address (event `customers/sign-in-link.requested`
 * { linkId }). Nothing tells whether there was one.
 */
export const requestSignInLink = (reader: Reader): Promise<void> => sendLinkToCustomer('sign-in', reader);
