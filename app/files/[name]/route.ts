import { isPublicName } from '@/lib/platform/files/model';
import { findFile, readFile } from '@/lib/platform/files/read-file';
import { describeError, logEveryMinute } from '@/lib/platform/log';
import { problem } from '@/lib/platform/problem';
import { requestId } from '@/lib/platform/request-id';
import { securityHeaders } from '@/lib/platform/security-headers';

export const runtime = 'edge';

type Context = { readonly params: Promise<{ readonly name?: string | string[] }> };

/** A name means one content for ever, so that every cache may keep it as long as it likes. */
const KEEP = 'public, max-age=31536000, immutable';
const METHODS = 'GET, HEAD, OPTIONS';

/** Public pictures: the renderings of products' images, named `{hash}-{width}.{ext}`. Anything else is not here. */
async function answer(request: Request, { params }: Context): Promise<Response> {
  const { name } = await params;
  const instance = new URL(request.url).pathname;
  const headers = plainHeaders(request);
  if (typeof name !== 'string' || !isPublicName(name)) return problem('not-found', { instance, headers });
  try {
    const file = await findFile(name);
    if (file === null || !file.isPublic) return problem('not-found', { instance, headers });
    const etag = `"${file.hash}"`;
    const kept = { ...headers, 'cache-control': KEEP, etag };
    if (isKnown(request.headers.get('if-none-match'), etag)) {
      return new Response(null, { status: 304, headers: kept });
    }
    return new Response(request.method === 'HEAD' ? null : readFile(file), {
      headers: { ...kept, 'content-type': file.mediaType, 'content-length': String(file.size) },
    });
  } catch (error) {
    logEveryMinute('warn', 'files:unavailable', { error: describeError(error) });
    return problem('temporarily-unavailable', { instance, headers: { ...headers, 'retry-after': '1' } });
  }
}

const plainHeaders = ({ headers }: Request) => ({
  ...securityHeaders('api'),
  'cache-control': 'no-store',
  'x-request-id': requestId(headers.get('x-request-id')),
});

/** Weak comparison, as If-None-Match asks for (RFC 9110, 13.1.2). */
function isKnown(list: string | null, etag: string): boolean {
  return (list ?? '').split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
}

function refuse(request: Request): Response {
  const { pathname } = new URL(request.url);
  return problem('method-not-allowed', {
    instance: pathname,
    headers: { ...plainHeaders(request), allow: METHODS },
  });
}

const options = async (request: Request) =>
  new Response(null, { status: 204, headers: { ...plainHeaders(request), allow: METHODS } });
const no = async (request: Request) => refuse(request);

export {
  answer as GET,
  answer as HEAD,
  no as DELETE,
  no as PATCH,
  no as POST,
  no as PUT,
  options as OPTIONS,
};
