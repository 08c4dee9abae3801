import { query } from '@/db/client';
import { type CustomerId, newId, toUuid } from '@/lib/kernel/ids';

/**
 * Has a link sent by which a customer who does not know their password confirms that all of theirs be erased (event
 * `customers/erasure-link.requested` { linkId }). One statement.
 */
export async function requestErasureLink(
  customer: { readonly id: CustomerId; readonly email: string },
  market?: string,
): Promise<void> {
  const link = newId('link');
  await query(
    'request_customer_erasure_link',
    `with made as (
       insert into customer_password_links (id, purpose, customer_id, email, name, market, expires_at)
       select $1::uuid, 'erase', id, email, name, $3, now() + interval '30 minutes'
       from customers where id = $2::uuid and disabled_at is null
       returning id
     )
     insert into outbox (id, name, data)
     select $4::uuid, 'customers/erasure-link.requested', jsonb_build_object('linkId', $5::text) from made`,
    [toUuid(link), toUuid(customer.id), market ?? null, toUuid(newId('evt')), link],
  );
}
