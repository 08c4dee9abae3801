import type { StaffId } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';

const encoder = new TextEncoder();
const NONCE_BYTES = 12;

/** The key is APP_SECRET's, for this and nothing else. */
async function key(): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(env().APP_SECRET), 'HKDF', false, [
    'deriveKey',
  ]);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: encoder.encode('staff-second-factor') },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** A secret as the database keeps it. It is bound to its member: moved to another's row it opens nothing. */
export async function sealSecret(member: StaffId, secret: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(member) };
  const sealed = await crypto.subtle.encrypt(algorithm, await key(), encoder.encode(secret));
  return `${toBase64(iv)}.${toBase64(new Uint8Array(sealed))}`;
}

/** The secret in what {@link sealSecret} made; null where it is another member's or APP_SECRET is another by now. */
export async function openSecret(member: StaffId, sealed: string): Promise<string | null> {
  const [iv = '', data = ''] = sealed.split('.');
  const algorithm = { name: 'AES-GCM', iv: fromBase64(iv), additionalData: encoder.encode(member) };
  try {
    const opened = await crypto.subtle.decrypt(algorithm, await key(), fromBase64(data));
    return new TextDecoder().decode(opened);
  } catch {
    return null;
  }
}

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
