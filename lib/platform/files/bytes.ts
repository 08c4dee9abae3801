import { type SQL, sql } from 'drizzle-orm';
import { query } from '@/db/client';
import { fromBase64, toBase64 } from '@/lib/kernel/base64';
import { MAX_CHUNK_BYTES } from './model';

/**
 * Where bytes lie: in Postgres. The one file that knows; another store (Vercel Blob, S3) puts a chunk under a name of its own in
 * `stageChunk` and keeps that name in the row, so that what a transaction did not commit is never part of a file.
 */

/**
 * The statements that make `bytes` chunk `seq` (from 0) of a draft; repeated, the last one counts. For a write's own transaction: a
 * job that keeps its progress beside them can neither lose a chunk nor write one twice. A file that was finished takes none.
 */
export function stageChunk(draftId: string, seq: number, bytes: Uint8Array): readonly SQL[] {
  if (bytes.length > MAX_CHUNK_BYTES) throw new RangeError(`A chunk has at most ${MAX_CHUNK_BYTES} bytes.`);
  return [
    sql`insert into files (id) values (${draftId}::uuid) on conflict (id) do nothing`,
    sql`insert into file_chunks (file_id, seq, size, bytes)
      select id, ${seq}, ${bytes.length}, decode(${toBase64(bytes)}, 'base64')
      from files where id = ${draftId}::uuid and hash is null for update
      on conflict (file_id, seq) do update set size = excluded.size, bytes = excluded.bytes`,
  ];
}

/** One chunk, null behind the last. */
export async function readChunk(contentId: string, seq: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const [row] = await query<{ bytes: string }>(
    'read_file_chunk',
    `select encode(bytes, 'base64') as bytes from file_chunks where file_id = $1::uuid and seq = $2::int`,
    [contentId, seq],
  );
  return row === undefined ? null : fromBase64(row.bytes);
}

/** Which chunk holds the byte at `offset`, and where that chunk begins. */
export async function findChunkAt(
  contentId: string,
  offset: number,
): Promise<{ readonly seq: number; readonly start: number } | null> {
  if (offset === 0) return { seq: 0, start: 0 };
  const [row] = await query<{ seq: number; start: string }>(
    'find_file_chunk',
    `select seq, start::text from (
       select seq, size, sum(size) over (order by seq) - size as start from file_chunks where file_id = $1::uuid
     ) chunk where $2::bigint >= start and $2::bigint < start + size`,
    [contentId, offset],
  );
  return row === undefined ? null : { seq: row.seq, start: Number(row.start) };
}
