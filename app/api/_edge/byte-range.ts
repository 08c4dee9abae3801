import type { ByteRange } from '@/lib/platform/files/read-file';

const ONE_RANGE = /^bytes=(\d*)-(\d*)$/;

/**
 * The range of bytes that a request asks for (RFC 9110, 14.2): null for the whole, also where what is asked for is nothing that we
 * understand (several ranges, other units) or the file is not the one that the client knows (`If-Range`).
 */
export function readByteRange(
  headers: Headers,
  { size, etag }: { readonly size: number; readonly etag: string },
): ByteRange | 'not-satisfiable' | null {
  const match = ONE_RANGE.exec(headers.get('range') ?? '');
  const known = headers.get('if-range');
  if (match === null || (known !== null && known !== etag)) return null;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return null;
  const first = from === '' ? Math.max(size - Number(to), 0) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
  return first > last ? 'not-satisfiable' : { first, last };
}
