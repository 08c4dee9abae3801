import type { Refusal } from './operation';
import { refuse } from './operation';
import { findUnsound } from './unsound-text';

export const MAX_BODY_BYTES = 64 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i;

export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'none' }
  | Refusal<'unsupported-media-type' | 'body-too-large' | 'malformed-json' | 'validation-failed'>;

/**
 * Reads a JSON body of at most {@link MAX_BODY_BYTES}: its type is looked at before its bytes, its size before it is
 * held in memory. No bytes at all are no body, whatever type they claim to be.
 */
export async function readJson(request: Request): Promise<JsonBody> {
  const length = request.headers.get('content-length');
  const type = request.headers.get('content-type');
  if (length === '0') return { kind: 'none' };
  if (type !== null && !JSON_TYPE.test(type)) return refuse('unsupported-media-type');
  const bytes = await readBytes(request, length).catch(() => undefined);
  // The sender went away in the middle; nobody reads this answer.
  if (bytes === undefined) return refuse('malformed-json');
  if (bytes === null) return refuse('body-too-large');
  if (bytes.byteLength === 0) return { kind: 'none' };
  if (type === null) return refuse('unsupported-media-type');
  return parse(bytes);
}

/** The body's bytes, or null if there are too many. */
async function readBytes(request: Request, length: string | null): Promise<Uint8Array | null> {
  if (length !== null) {
    // A server never passes on more than the length that was announced, and reading whole is far faster than streaming.
    return Number(length) > MAX_BODY_BYTES ? null : new Uint8Array(await request.arrayBuffer());
  }
  const bytes = new Uint8Array(MAX_BODY_BYTES);
  let size = 0;
  const reader = request.body?.getReader();
  for (let chunk = await reader?.read(); chunk !== undefined && !chunk.done; chunk = await reader?.read()) {
    if (size + chunk.value.byteLength > MAX_BODY_BYTES) {
      // Not awaited: under Next's edge runtime the body has a twin that nobody reads, and cancelling would wait for it.
      void reader?.cancel().catch(() => undefined);
      return null;
    }
    bytes.set(chunk.value, size);
    size += chunk.value.byteLength;
  }
  return bytes.subarray(0, size);
}

function parse(bytes: Uint8Array): JsonBody {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    return refuse('malformed-json');
  }
  const unsound = findUnsound(value);
  return unsound === null ? { kind: 'json', value } : refuse('validation-failed', { errors: [unsound] });
}
