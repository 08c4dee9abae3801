import { canonicalJson } from '@/lib/kernel/canonical-json';
import { hmacSha256, isEqualInConstantTime } from '@/lib/kernel/hmac';
import { env } from '@/lib/platform/env';
import type { ProviderEvent } from '../input';

/** What the test provider signs its webhooks with, bound to its purpose. Over the values, so spaces and order may change. */
export function signEvent(event: ProviderEvent): Promise<string> {
  return hmacSha256(`test-provider-webhook:${env().APP_SECRET}`, canonicalJson(event));
}

/** Whether the test provider signed this. */
export async function isSignedEvent(event: ProviderEvent, signature: string): Promise<boolean> {
  return isEqualInConstantTime(await signEvent(event), signature);
}
