import { hmacSha256 } from '@/lib/kernel/hmac';
import type { WebhookEndpointId } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';

/**
 * What signs an endpoint's deliveries, as Standard Webhooks writes it. Derived from id and version, so that it stands in no
 * database and no backup; another version is another secret.
 */
export async function webhookSecret(id: WebhookEndpointId, version: number): Promise<string> {
  const mac = await hmacSha256(`webhook-secret:${env().APP_SECRET}`, `${id}.${version}`);
  return `whsec_${mac.replaceAll('-', '+').replaceAll('_', '/')}=`;
}
