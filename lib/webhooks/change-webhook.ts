import { callFunction } from '@/db/client';
import { newId, toUuid, type WebhookEndpointId } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { ChangeWebhookInput } from './input';
import { type EndpointRow, toEndpoint } from './internal/rows';
import { webhookSecret } from './internal/webhook-secret';
import type { WebhookEndpoint, WebhookSecret } from './model';

type Answer = { endpoint: EndpointRow; secretVersion: number } | { outcome: 'webhook-not-found' };

function save(id: WebhookEndpointId, change: object, context: WriteContext): Promise<Answer> {
  const auditId = toUuid(newId('aud'));
  return callFunction<Answer>('save_webhook', { ...change, ...context, id: toUuid(id), auditId });
}

/** Changes what the input names of an endpoint. Switching one on again forgets its failures. */
export async function changeWebhook(
  id: WebhookEndpointId,
  change: ChangeWebhookInput,
  context: WriteContext,
): Promise<Outcome<WebhookEndpoint, 'webhook-not-found'>> {
  const answer = await save(id, change, context);
  return 'outcome' in answer ? no(answer.outcome) : ok(toEndpoint(answer.endpoint));
}

/** Gives an endpoint another secret. For a day the one before signs too, so that its receiver can change over. */
export async function renewWebhookSecret(
  id: WebhookEndpointId,
  context: WriteContext,
): Promise<Outcome<WebhookSecret, 'webhook-not-found'>> {
  const answer = await save(id, { renew: true }, context);
  if ('outcome' in answer) return no(answer.outcome);
  return ok({ id, secret: await webhookSecret(id, answer.secretVersion) });
}
