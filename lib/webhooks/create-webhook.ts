import { callFunction } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { Idempotency } from '@/lib/platform/idempotency';
import type { CreateWebhookInput } from './input';
import { type EndpointRow, toEndpoint } from './internal/rows';
import { webhookSecret } from './internal/webhook-secret';
import type { WebhookEndpoint, WebhookSecret } from './model';

type Answer = { endpoint: EndpointRow; secretVersion: number } | { outcome: 'too-many' };

/** Makes an endpoint. Its secret is shown this once; with an idempotency key the id alone is kept. */
export async function createWebhook(
  input: CreateWebhookInput,
  { idempotency, ...context }: WriteContext & { readonly idempotency?: Idempotency | null },
): Promise<Outcome<WebhookEndpoint & WebhookSecret, 'too-many-webhooks'>> {
  const id = newId('hook');
  const answer = await callFunction<Answer>('save_webhook', {
    ...input,
    ...context,
    id: toUuid(id),
    isNew: true,
    auditId: toUuid(newId('aud')),
    ...(idempotency ? { idempotency: { ...idempotency, status: 201, body: JSON.stringify({ id }) } } : {}),
  });
  if ('outcome' in answer) return no('too-many-webhooks');
  return ok({ ...toEndpoint(answer.endpoint), secret: await webhookSecret(id, answer.secretVersion) });
}
