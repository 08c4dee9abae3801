import { query } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';

/** Links that only customers get: how long each is good for, and the event by which it is mailed. */
const LINKS = {
  reset: { minutes: 30, event: 'customers/password-reset.requested' },
  'sign-in': { minutes: 15, event: 'customers/sign-in-link.requested' },
} as const;

/**
 * Has a link sent to a customer, if there is one with this address; nothing tells whether there was one. The event { linkId } leaves with
 * the link. One statement, which also forgets links that were over a day ago.
 */
export async function sendLinkToCustomer(
  purpose: keyof typeof LINKS,
  { email, market }: { readonly email: string; readonly market?: string | undefined },
): Promise<void> {
  const id = newId('link');
  const { minutes, event } = LINKS[purpose];
  await query(
    'send_link_to_customer',
    `with forgotten as (
       delete from customer_password_links where expires_at < now() - interval '1 day'
     ), made as (
       insert into customer_password_links (id, purpose, email, name, market, expires_at)
       select $1::uuid, $2, email, name, $4, now() + make_interval(mins => $5::int)
       from customers where lower(email) = lower($3) and disabled_at is null
       returning id
     )
     insert into outbox (id, name, data)
     select $6::uuid, $7, jsonb_build_object('linkId', $8::text) from made`,
    [toUuid(id), purpose, email, market ?? null, minutes, toUuid(newId('evt')), event, id],
  );
}
