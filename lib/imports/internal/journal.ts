import { type SQL, sql } from 'drizzle-orm';
import { callFunction, query } from '@/db/client';
import { fromUuid, type ImportId, newId, toUuid } from '@/lib/kernel/ids';
import { errorAt, type ImportMessage, type ImportProgress } from '../model';

/** A file as the journal knows it: by its bytes, whatever it is called. */
export type JournalFile = { readonly name: string; readonly hash: string };

export type Begun = {
  readonly id: ImportId;
  /** How many products were taken in already. */
  readonly done: number;
  /** Whether an earlier run began it; that run may have been killed, or still be at work. */
  readonly isResumed: boolean;
};

/** What a part of the products came to. */
export type Tally = { readonly created: number; readonly updated: number; readonly skipped: number };

/** Starts an import, or finds the unfinished one of the same file. */
export async function beginImport(
  file: JournalFile,
  total: number,
  messages: readonly ImportMessage[],
): Promise<Begun> {
  const answer = await callFunction<{ id: string; done: number; isResumed: boolean }>('begin_import', {
    ...identify(file),
    total,
    messages,
  });
  return { ...answer, id: fromUuid('imp', answer.id) };
}

/** How another import of the same file stood when it was looked at. */
export type OtherImport = { readonly id: string; readonly done: number };

export type Started =
  | { readonly state: 'running'; readonly done: number }
  | { readonly state: 'over'; readonly done: number }
  | { readonly state: 'waiting'; readonly done: number; readonly other: OtherImport };

/** Starts an import that was asked for, or goes on with it; another one of the same file goes first, unless it is `stalled`. */
export function startImport(
  id: ImportId,
  total: number,
  messages: readonly ImportMessage[],
  stalled: OtherImport | null,
): Promise<Started> {
  return callFunction('start_import', { id: toUuid(id), total, messages, stalled });
}

/** How far an import has come; `isRunning` is false when it has ended. */
export async function readProgress(id: ImportId): Promise<ImportProgress & { readonly isRunning: boolean }> {
  const [row] = await query<{ done: number; total: number; is_running: boolean }>(
    'read_import_progress',
    `select done, total, status = 'running' as is_running from imports where id = $1::uuid`,
    [toUuid(id)],
  );
  if (row === undefined) throw new RangeError(`There is no import ${id}.`);
  return { done: row.done, total: row.total, isRunning: row.is_running };
}

/** Writes down that the file is no product CSV. */
export async function failImport(file: JournalFile, message: string): Promise<ImportId> {
  const { id } = await callFunction<{ id: string }>('fail_import', { ...identify(file), message });
  return fromUuid('imp', id);
}

/** Ends an import that was asked for and has not ended, as failed for this reason. */
export async function failStarted(id: ImportId, message: string): Promise<void> {
  await query(
    'fail_started_import',
    `with failed as (
       update imports set status = 'failed', finished_at = now()
       where id = $1::uuid and status in ('queued', 'running') returning id
     )
     select add_import_messages(id, $2::jsonb) from failed`,
    [toUuid(id), JSON.stringify([errorAt(1, message)])],
  );
}

/**
 * The statement that takes an import from `from` to `done` products, for the transaction that writes them. Violates
 * {@link OVERTAKEN} when another run did so first.
 */
export function advanceStatement(
  id: ImportId,
  step: { readonly from: number; readonly done: number } & Tally,
  said: {
    readonly messages: readonly ImportMessage[];
    /** Pictures that are still to be fetched, by the line that asks for them. */
    readonly images: readonly { readonly line: number; readonly url: string }[];
  },
): SQL {
  return sql`select advance_import(${JSON.stringify({ id: toUuid(id), ...step, ...said })}::jsonb)`;
}

export const OVERTAKEN = 'imports_done_check';

function identify({ name, hash }: JournalFile) {
  return { id: toUuid(newId('imp')), kind: 'products', fileName: name, fileHash: hash };
}
