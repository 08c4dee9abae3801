import { Webhook } from 'standardwebhooks';
import type { EventId, WebhookEndpointId } from '@/lib/kernel/ids';
import { webhookSecret } from './webhook-secret';

type Unsigned = {
  readonly endpointId: WebhookEndpointId;
  readonly eventId: EventId;
  /** The present one first. */
  readonly secretVersions: readonly number[];
  readonly body: string;
};

export type SignedWebhook = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** A message with the headers of Standard Webhooks. Signed now: receivers refuse what is older than minutes. */
export async function signWebhook({
  endpointId,
  eventId,
  secretVersions,
  body,
}: Unsigned): Promise<SignedWebhook> {
  const now = new Date();
  const secrets = await Promise.all(secretVersions.map((version) => webhookSecret(endpointId, version)));
  return {
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Doorbuster-Webhooks/1',
      'webhook-id': eventId,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(eventId, now, body)).join(' '),
    },
    body,
  };
}
