import { callFunction } from '@/db/client';
import { newId, toUuid, type WebhookDeliveryId, type WebhookEndpointId } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { type DeliveryRow, toDelivery } from './internal/rows';
import { PING_EVENT, type WebhookDelivery } from './model';

type Answer<Refusal> =
  | { readonly delivery: DeliveryRow }
  | { readonly outcome: Refusal; readonly delivery?: undefined };

async function send<Refusal extends string>(
  what: object,
  context: WriteContext,
): Promise<Outcome<WebhookDelivery, Refusal>> {
  const auditId = toUuid(newId('aud'));
  const answer = await callFunction<Answer<Refusal>>('send_webhook', { ...what, ...context, auditId });
  return answer.delivery === undefined
    ? (no(answer.outcome) as Outcome<WebhookDelivery, Refusal>)
    : ok(toDelivery(answer.delivery));
}

/** Has an event of no meaning sent to an endpoint, so that a merchant sees whether it arrives. */
export function pingWebhook(
  id: WebhookEndpointId,
  context: WriteContext,
): Promise<Outcome<WebhookDelivery, 'webhook-not-found' | 'webhook-disabled'>> {
  const ping = {
    endpointId: toUuid(id),
    pingId: toUuid(newId('dlv')),
    eventId: toUuid(newId('evt')),
    type: PING_EVENT,
  };
  return send(ping, context);
}

/** Has a delivery sent again, whether it arrived or not, under the same webhook-id. One that is still tried stays as it is. */
export function replayDelivery(
  id: WebhookDeliveryId,
  context: WriteContext,
): Promise<Outcome<WebhookDelivery, 'webhook-delivery-not-found' | 'webhook-disabled'>> {
  return send({ deliveryId: toUuid(id) }, context);
}
