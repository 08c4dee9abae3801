import { sql } from 'drizzle-orm';
import { atomically } from '@/db/client';
import { type ImportId, newId, toUuid } from '@/lib/kernel/ids';
import { finishFile } from '@/lib/platform/files/write-file';
import { type Idempotency, rememberAnswer } from '@/lib/platform/idempotency';
import { announce } from '@/lib/platform/outbox';
import type { ImportEvents } from './events';
import { uploadName } from './model';

/** A file that was uploaded: written to its end, and nobody's yet. */
export type Upload = {
  readonly draftId: string;
  /** SHA-256 of its bytes, 64 hex digits. */
  readonly hash: string;
};

export type RequestImportContext = {
  readonly actor: string;
  readonly requestId?: string | undefined;
  readonly idempotency?: Idempotency | null | undefined;
};

export type RequestedImport = { readonly id: ImportId; readonly status: 'queued' };

/**
 * Takes an uploaded product CSV down to be imported: a job does it, one import at a time. Gives the answer, which is
 * also what an idempotency key keeps, as a 202.
 */
export async function requestImport(
  { draftId, hash }: Upload,
  fileName: string,
  { actor, requestId, idempotency }: RequestImportContext,
): Promise<RequestedImport> {
  const id = newId('imp');
  const requested: RequestedImport = { id, status: 'queued' };
  // Before the import is there: a job must not look for a file that is on its way.
  await finishFile(draftId, { name: uploadName(id), mediaType: 'text/csv', isPublic: false });
  const event: keyof ImportEvents = 'imports/import.requested';
  await atomically([
    ...(idempotency ? [rememberAnswer(idempotency, 202, JSON.stringify(requested))] : []),
    sql`insert into imports (id, kind, file_name, file_hash, actor, status)
      values (${toUuid(id)}::uuid, 'products', ${fileName}, decode(${hash}, 'hex'), ${actor}, 'queued')`,
    sql`insert into audit_log (id, actor, action, subject, after, request_id)
      values (${toUuid(newId('aud'))}::uuid, ${actor}, 'import.requested', ${id},
        ${JSON.stringify({ fileName, hash })}::jsonb, ${requestId ?? null})`,
    announce(event, { importId: id }),
  ]);
  return requested;
}
