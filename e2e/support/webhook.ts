import { createHmac } from 'node:crypto';
import { shop } from './shop';

/** The signature of the test provider's webhook, as the provider makes it: over the values in the order of their names. */
export function signWebhook(event: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(Object.fromEntries(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1))));
  return createHmac('sha256', `test-provider-webhook:${shop.stack.APP_SECRET}`)
    .update(text)
    .digest('base64url');
}
