import { callFunction } from '@/db/client';
import { newId, toUuid, type WebhookEndpointId } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';

/** Takes an endpoint away: nothing is sent there any more, not even what was on its way. */
export async function removeWebhook(
  id: WebhookEndpointId,
  context: WriteContext,
): Promise<Outcome<undefined, 'webhook-not-found'>> {
  const auditId = toUuid(newId('aud'));
  const isRemoved = await callFunction<boolean>('remove_webhook', { ...context, id: toUuid(id), auditId });
  return isRemoved ? ok() : no('webhook-not-found');
}
