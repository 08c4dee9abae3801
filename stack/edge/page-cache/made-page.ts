import { createHash } from 'node:crypto';
import { pagePolicy } from '@/lib/platform/security-headers';
import type { OriginAnswer } from './ask-origin';
import { compress, type Encoding, isCompressible } from './compress';
import { TAGS_HEADER } from './freshness';
import { inlineScriptHashes } from './inline-scripts';
import { scriptsAfterPaint } from './scripts-after-paint';

interface Body {
  readonly bytes: Buffer;
  /** Names and values in turn, ready to be written. */
  readonly head: readonly string[];
}

/** An answer made ready for clients: hashed, and compressed once for all of them. */
export interface MadePage {
  readonly status: number;
  /** Empty for what is not kept. */
  readonly etag: string;
  readonly tags: readonly string[];
  /** What a 304 says. */
  readonly validHead: readonly string[];
  body(encoding: Encoding): Body | Promise<Body>;
  /** What it takes of the memory now. */
  bytes(): number;
}

/** Ours to say, the origin's own business, or different for each answer. */
const dropped = new Set([
  ...['content-length', 'content-encoding', 'etag', 'date', 'age', 'vary'],
  ...['x-nextjs-cache', 'x-request-id', 'cache-control', 'set-cookie', TAGS_HEADER],
]);
/** What browsers heed of documents alone: told with each of a dozen scripts and two dozen pictures, it is 20 KB that nobody reads. */
const ofDocuments = [
  ...['content-security-policy', 'permissions-policy', 'x-frame-options'],
  ...['cross-origin-opener-policy', 'referrer-policy'],
];
/** SVG is a document as well. */
const isPartOfDocument = /^(?:(?:text|application)\/javascript|text\/css|font\/|image\/(?!svg))/;
/** What the browser keeps it asks for again each time: only here can it be taken back. */
const REVALIDATE = 'public, max-age=0, must-revalidate';

/**
 * Makes an origin's answer ready. A document gets the policy that allows its own inline scripts; the content decides the
 * ETag, so that a page made anew and the same costs clients nothing.
 *
 * @param extraHead the headers that every answer has
 */
export async function makePage(
  { status, headers, body: made }: OriginAnswer,
  { extraHead, kept }: { extraHead: Readonly<Record<string, string>>; kept: 'for-long' | 'a-while' | 'not' },
): Promise<MadePage> {
  const contentType = String(headers['content-type'] ?? '');
  const html = contentType.startsWith('text/html') ? scriptsAfterPaint(made.toString('utf8')) : null;
  const body = html === null ? made : Buffer.from(html);
  const mayCompress = isCompressible(contentType, body.length) && headers['content-encoding'] === undefined;
  // What has one already and goes out as it is keeps it.
  const own = mayCompress ? undefined : headers.etag;
  const etag =
    kept === 'not'
      ? ''
      : String(own ?? `W/"${createHash('sha1').update(body).digest('base64url').slice(0, 20)}"`);
  const common: Record<string, string | string[]> = { ...extraHead };
  for (const [name, value] of Object.entries(headers)) {
    // The edge's own head stands above what an origin says.
    if (!dropped.has(name) && common[name] === undefined) common[name] = value;
  }
  if (html !== null) common['content-security-policy'] = pagePolicy(inlineScriptHashes(html));
  // What a route says of its own files stands: they are what somebody uploaded.
  if (isPartOfDocument.test(contentType))
    for (const name of ofDocuments) if (extraHead[name] !== undefined) delete common[name];
  common['cache-control'] = kept === 'a-while' ? REVALIDATE : String(headers['cache-control'] ?? 'no-store');
  if (kept === 'not' && headers['set-cookie'] !== undefined) common['set-cookie'] = headers['set-cookie'];
  common.vary = [headers.vary ?? [], mayCompress ? 'accept-encoding' : []].flat().join(', ');
  if (common.vary === '') delete common.vary;
  if (status === 200 && etag !== '') common.etag = etag;
  const head = flat(common);

  const bodyAs = (bytes: Buffer, encoding: Encoding): Body => ({
    bytes,
    head: [
      ...head,
      ...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
      ...['content-length', String(bytes.length)],
    ],
  });
  const plain = bodyAs(body, 'identity');
  const packedAs = new Map<Encoding, Body | Promise<Body>>([['identity', plain]]);
  let bytes = body.length + head.join('').length + 512;

  return {
    status,
    etag,
    tags: String(headers[TAGS_HEADER] ?? '')
      .split(',')
      .filter((tag) => tag !== ''),
    validHead: flat({
      ...pick(common, ['cache-control', 'content-security-policy', 'etag', 'vary']),
    }),
    body(encoding) {
      if (!mayCompress) return plain;
      const known = packedAs.get(encoding);
      if (known !== undefined || encoding === 'identity') return known ?? plain;
      const making = compress(body, encoding, { isForLong: kept === 'for-long' }).then(
        (packed) => {
          const ready = bodyAs(packed, encoding);
          bytes += packed.length;
          packedAs.set(encoding, ready);
          return ready;
        },
        () => plain,
      );
      packedAs.set(encoding, making);
      return making;
    },
    bytes: () => bytes,
  };
}

function pick(headers: Readonly<Record<string, string | string[]>>, names: readonly string[]) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
}

function flat(headers: Readonly<Record<string, string | string[]>>): string[] {
  return Object.entries(headers).flatMap(([name, value]) => [value].flat().flatMap((one) => [name, one]));
}
