import type { Draft } from '@/lib/platform/files/write-file';
import { type Refusal, refuse, type UploadRules } from './operation';

/** Writes what arrives to where it is kept, as it arrives. */
export type Receive = (source: AsyncIterable<Uint8Array>) => Promise<Draft>;

export type ReceivedUpload = { readonly kind: 'upload'; readonly value: Draft };

type Refused = Refusal<
  | 'unsupported-media-type'
  | 'body-too-large'
  | 'validation-failed'
  | 'malformed-request'
  | 'request-timeout'
  | 'temporarily-unavailable'
>;

/** How many files arrive at once in one process. Each takes a few chunks of memory, and Postgres' time. */
const MAX_AT_ONCE = 4;
/** Between two pieces, and for all of them. */
const IDLE_MS = 15_000;
const WHOLE_MS = 240_000;

let running = 0;

/**
 * Receives a file as a request's body: its type and announced size are looked at before its bytes, and no more than a few
 * pieces are ever held. What is refused here was not begun: a half is nobody's, and forgotten in days.
 */
export async function readUpload(
  request: Request,
  { mediaTypes, maxBytes }: UploadRules,
  receive: Receive,
): Promise<ReceivedUpload | Refused> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  // What is packed would have to be unpacked to be known, and could be a thousand times larger.
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (type === undefined || !mediaTypes.includes(type) || encoding.toLowerCase() !== 'identity')
    return refuse('unsupported-media-type', {
      detail: `Send the file itself as ${mediaTypes.join(', ')}, not packed.`,
    });
  const tooLarge = refuse('body-too-large', {
    detail: `The file is larger than ${maxBytes / 1024 / 1024} MiB: split it into several.`,
  });
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return tooLarge;
  if (running >= MAX_AT_ONCE) {
    const detail = 'Other files are arriving. Nothing was changed; repeat after Retry-After.';
    return refuse('temporarily-unavailable', { detail, headers: { 'retry-after': '5' } });
  }
  running += 1;
  try {
    const value = await receive(piecesOf(request, maxBytes));
    if (value.size > 0) return { kind: 'upload', value };
    return refuse('validation-failed', { errors: [{ path: '', message: 'The file is empty.' }] });
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge;
    if (error instanceof TooSlow) return refuse('request-timeout');
    // The sender went away in the middle; nobody reads this answer.
    if (error instanceof BrokenOff) return refuse('malformed-request');
    throw error;
  } finally {
    running -= 1;
  }
}

class TooLarge extends Error {}
class TooSlow extends Error {}
class BrokenOff extends Error {}

async function* piecesOf(request: Request, maxBytes: number): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (reader === undefined) return;
  const endsAt = performance.now() + WHOLE_MS;
  let size = 0;
  try {
    for (;;) {
      const piece = await before(reader.read(), Math.min(IDLE_MS, endsAt - performance.now()));
      if (piece.done) return;
      size += piece.value.byteLength;
      if (size > maxBytes) throw new TooLarge();
      yield piece.value;
    }
  } finally {
    // Not awaited: what is left may have no end.
    void reader.cancel().catch(() => undefined);
  }
}

async function before<T>(reading: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow()), Math.max(0, ms));
  });
  try {
    return await Promise.race([
      reading.catch((error: unknown) => {
        throw new BrokenOff('The body ended too early.', { cause: error });
      }),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
