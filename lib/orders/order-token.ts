import type { OrderId } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';

const encoder = new TextEncoder();
let keyPromise: Promise<CryptoKey> | undefined;

/** The secret is bound to its purpose, so that a token of another kind never opens an order. */
function tokenKey(): Promise<CryptoKey> {
  keyPromise ??= crypto.subtle.importKey(
    'raw',
    encoder.encode(`order-token:${env().APP_SECRET}`),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  );
  return keyPromise;
}

/**
 * The token that lets its holder read and pay one order: HMAC-SHA-256 of the order's id, base64url. Derived, never
 * stored, so any instance can make it again when a checkout is repeated.
 */
export async function orderToken(id: OrderId): Promise<string> {
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', await tokenKey(), encoder.encode(id)));
  return btoa(String.fromCharCode(...mac))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Whether `token` is this order's. Compared by the crypto library, in constant time. */
export async function isOrderToken(id: OrderId, token: string): Promise<boolean> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return false;
  const mac = Uint8Array.from(atob(token.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  );
  return crypto.subtle.verify('HMAC', await tokenKey(), mac, encoder.encode(id));
}
