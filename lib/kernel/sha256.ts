import { nodeCrypto } from './node-crypto';

const encoder = new TextEncoder();

/** SHA-256 of text (as UTF-8) or bytes as 64 lowercase hex digits. */
export async function sha256Hex(input: string | Uint8Array<ArrayBuffer>): Promise<string> {
  if (nodeCrypto !== undefined) return nodeCrypto.createHash('sha256').update(input).digest('hex');
  const bytes = typeof input === 'string' ? encoder.encode(input) : input;
  let text = '';
  for (const byte of new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))) {
    text += byte.toString(16).padStart(2, '0');
  }
  return text;
}
