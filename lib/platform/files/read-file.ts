import { query } from '@/db/client';
import { findChunkAt, readChunk } from './bytes';
import type { StoredFile } from './model';

type Row = {
  content_id: string;
  hash: string;
  size: string;
  media_type: string;
  is_public: boolean;
};

/** The file of this name, null if there is none (yet, or any more). */
export async function findFile(name: string): Promise<StoredFile | null> {
  const [row] = await query<Row>(
    'find_file',
    `select f.id::text as content_id, encode(f.hash, 'hex') as hash, f.size::text as size, n.media_type, n.is_public
     from file_names n join files f on f.id = n.file_id where n.name = $1`,
    [name],
  );
  if (row === undefined) return null;
  return {
    name,
    contentId: row.content_id,
    hash: row.hash,
    size: Number(row.size),
    mediaType: row.media_type,
    isPublic: row.is_public,
  };
}

/** How a draft begins: its first piece, or nothing. */
export async function readDraftStart(draftId: string): Promise<Uint8Array> {
  return (await readChunk(draftId, 0)) ?? new Uint8Array();
}

/** All of a draft's bytes, for whoever has seen that they are few. */
export async function readDraft(draftId: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (
    let piece = await readChunk(draftId, 0);
    piece !== null;
    piece = await readChunk(draftId, pieces.length)
  )
    pieces.push(piece);
  return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
}

/** From this byte to that one, both included. */
export type ByteRange = { readonly first: number; readonly last: number };

/**
 * The bytes of a file, or some of them, chunk by chunk as they are asked for: a reader that is slow or goes away costs one chunk of
 * memory. It ends with an error, never early, if the file goes away meanwhile.
 */
export function readFile({ contentId, size }: StoredFile, range?: ByteRange): ReadableStream<Uint8Array> {
  const first = range?.first ?? 0;
  const end = range === undefined ? size : range.last + 1;
  let at = first;
  let next: { seq: number; start: number } | null = null;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (at >= end) return controller.close();
        next ??= await findChunkAt(contentId, first);
        const chunk = next && (await readChunk(contentId, next.seq));
        if (next === null || chunk === null) throw new Error('The file went away while it was read.');
        controller.enqueue(chunk.subarray(at - next.start, Math.min(chunk.length, end - next.start)));
        next = { seq: next.seq + 1, start: next.start + chunk.length };
        at = next.start;
        if (at >= end) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
