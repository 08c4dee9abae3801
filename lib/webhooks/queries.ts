import { query } from '@/db/client';
import { toUuid, type WebhookDeliveryId, type WebhookEndpointId } from '@/lib/kernel/ids';
import { type Page, toPage } from '@/lib/kernel/page';
import { type DeliveryRow, type EndpointRow, toDelivery, toEndpoint } from './internal/rows';
import type { WebhookDelivery, WebhookEndpoint } from './model';

/** The endpoint, or null. */
export async function findWebhook(id: WebhookEndpointId): Promise<WebhookEndpoint | null> {
  const [row] = await query<{ endpoint: string }>(
    'find_webhook',
    'select webhook_endpoint_document(e)::text as endpoint from webhook_endpoints e where id = $1::uuid',
    [toUuid(id)],
  );
  return row === undefined ? null : toEndpoint(JSON.parse(row.endpoint) as EndpointRow);
}

/** A page of the endpoints, newest first. */
export async function listWebhooks(filter: {
  readonly limit: number;
  readonly after?: WebhookEndpointId | undefined;
}): Promise<Page<WebhookEndpoint, WebhookEndpointId>> {
  const rows = await query<{ endpoint: string }>(
    'list_webhooks',
    `select webhook_endpoint_document(e)::text as endpoint from webhook_endpoints e
     where $2::uuid is null or id < $2::uuid order by id desc limit $1::int`,
    [filter.limit + 1, filter.after === undefined ? null : toUuid(filter.after)],
  );
  const found = rows.map((row) => toEndpoint(JSON.parse(row.endpoint) as EndpointRow));
  return toPage(found, filter.limit, ({ id }) => id);
}

/** A page of an endpoint's deliveries with their tries, newest first; null if there is no such endpoint. */
export async function listDeliveries(
  endpointId: WebhookEndpointId,
  filter: { readonly limit: number; readonly after?: WebhookDeliveryId | undefined },
): Promise<Page<WebhookDelivery, WebhookDeliveryId> | null> {
  const rows = await query<{ delivery: string }>(
    'list_webhook_deliveries',
    `select webhook_delivery_document(d)::text as delivery from webhook_deliveries d
     where endpoint_id = $1::uuid and ($3::uuid is null or id < $3::uuid) order by id desc nulls last limit $2::int`,
    [toUuid(endpointId), filter.limit + 1, filter.after === undefined ? null : toUuid(filter.after)],
  );
  if (rows.length === 0 && (await findWebhook(endpointId)) === null) return null;
  const found = rows.map((row) => toDelivery(JSON.parse(row.delivery) as DeliveryRow));
  return toPage(found, filter.limit, ({ id }) => id);
}
