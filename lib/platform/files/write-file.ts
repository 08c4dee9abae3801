import { createHash, randomUUID } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import { atomically, query } from '@/db/client';
import { violates } from '@/lib/kernel/faults';
import { readChunk, stageChunk } from './bytes';
import { type FileNaming, isPublicName, PUBLIC_FORMATS, type StoredFile } from './model';
import { findFile } from './read-file';

/** How often an equal content may appear or go away in the moment in which we name it. */
const NAMING_ATTEMPTS = 5;
const PIECE_BYTES = 256 * 1024;

/** A new draft: write it with {@link appendChunk}, end it with {@link finishFile}. A draft that is left alone is forgotten in days. */
export const newDraft = (): string => randomUUID();

/** Makes `bytes` chunk `seq` (0, 1, 2 …) of a draft. May be repeated, also in another process: the last one counts. */
export async function appendChunk(draftId: string, seq: number, bytes: Uint8Array): Promise<void> {
  await atomically(stageChunk(draftId, seq, bytes));
}

/**
 * Ends a draft and names it. What is hashed is what was stored, read back chunk by chunk. Where the same content is kept
 * already, the name is its second one. May be repeated: a name that is taken is answered as it stands.
 */
export async function finishFile(draftId: string, naming: FileNaming): Promise<StoredFile> {
  assertNaming(naming);
  for (let attempt = 1; ; attempt += 1) {
    const named = await findFile(naming.name);
    if (named !== null) {
      await dropDraft(draftId);
      return named;
    }
    if (attempt > NAMING_ATTEMPTS) throw new Error(`The file ${naming.name} could not be finished.`);
    await nameContent(draftId, naming);
  }
}

/** What was written and has no name yet. */
export type Draft = { readonly draftId: string; readonly hash: string; readonly size: number };

/** Writes a whole draft. `source` may be endless chunks of any size: it is never held as a whole. */
export async function writeDraft(source: Uint8Array | AsyncIterable<Uint8Array>): Promise<Draft> {
  const draftId = newDraft();
  const hash = createHash('sha256');
  let size = 0;
  let seq = 0;
  for await (const piece of inPieces(source instanceof Uint8Array ? [source] : source)) {
    hash.update(piece);
    size += piece.length;
    await appendChunk(draftId, seq, piece);
    seq += 1;
  }
  return { draftId, hash: hash.digest('hex'), size };
}

/** Writes a whole file, as {@link writeDraft} does. */
export async function storeFile(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  naming: FileNaming,
): Promise<StoredFile> {
  const { draftId } = await writeDraft(source);
  return finishFile(draftId, naming);
}

function assertNaming({ name, mediaType, isPublic }: FileNaming): void {
  if (name === '' || name.length > 200) throw new RangeError('A file’s name has 1 to 200 characters.');
  if (!isPublic) return;
  const format = name.slice(name.lastIndexOf('.') + 1);
  if (!isPublicName(name) || PUBLIC_FORMATS[format] !== mediaType) {
    throw new RangeError(`${name} (${mediaType}) is no name for a public picture.`);
  }
}

async function nameContent(draftId: string, naming: FileNaming): Promise<void> {
  const finished = await query(
    'file_is_finished',
    'select 1 from files where id = $1::uuid and hash is not null',
    [draftId],
  );
  // Finished under another name before: that content gets this one too.
  if (finished.length > 0) return void (await atomically([addName(naming, sql`id = ${draftId}::uuid`)]));
  const { hash, size, chunks } = await hashDraft(draftId);
  const hashed = sql`decode(${hash}, 'hex')`;
  try {
    await atomically([
      sql`insert into files (id) values (${draftId}::uuid) on conflict (id) do nothing`,
      // Only while it is what was hashed, and while nobody keeps the same content.
      sql`update files set hash = ${hashed}, size = ${size}::bigint
        where id = ${draftId}::uuid and hash is null
          and not exists (select 1 from files where hash = ${hashed})
          and (select count(*) = ${chunks}::int and coalesce(sum(size), 0) = ${size}::bigint
               from file_chunks where file_id = ${draftId}::uuid)`,
      addName(naming, sql`hash = ${hashed}`),
    ]);
  } catch (error) {
    // Equal content was finished at this moment, or went away: look again.
    if (!violates(error, 'files_hash_key') && !violates(error, 'file_names_file_id_files_id_fk')) throw error;
  }
}

const addName = ({ name, mediaType, isPublic }: FileNaming, which: SQL): SQL =>
  sql`insert into file_names (name, file_id, media_type, is_public)
    select ${name}, id, ${mediaType}, ${isPublic}::boolean from files where ${which} on conflict (name) do nothing`;

async function hashDraft(draftId: string): Promise<{ hash: string; size: number; chunks: number }> {
  const hash = createHash('sha256');
  let size = 0;
  let seq = 0;
  for (let chunk = await readChunk(draftId, 0); chunk !== null; chunk = await readChunk(draftId, seq)) {
    hash.update(chunk);
    size += chunk.length;
    seq += 1;
  }
  return { hash: hash.digest('hex'), size, chunks: seq };
}

/** What is left of a draft whose content was kept already. */
async function dropDraft(draftId: string): Promise<void> {
  await query('drop_file_draft', 'delete from files where id = $1::uuid and hash is null', [draftId]);
}

async function* inPieces(
  source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(PIECE_BYTES);
  let filled = 0;
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + PIECE_BYTES - filled);
      piece.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled === PIECE_BYTES) {
        yield piece;
        filled = 0;
      }
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
