import { type SQL, sql } from 'drizzle-orm';
import { stageChunk } from '@/lib/platform/files/bytes';
import { MAX_CHUNK_BYTES } from '@/lib/platform/files/model';
import { finishFile } from '@/lib/platform/files/write-file';
import type { ReportStatus } from '../model';
import { FORMATS } from './formats/formats';
import { fileOf, type Run, type State } from './run';
import type { Gathering } from './source';
import { SOURCES } from './sources/sources';
import { countIds, walkIds } from './walk-ids';

/** How much one step takes on. */
export type Pace = { readonly rows: number; readonly ids: number };

/** Some tens of milliseconds of work; and more rows at a time would mostly be more garbage at a time. */
export const PACE: Pace = { rows: 500, ids: 10_000 };

/** What a file may have at most: bytes in Postgres, and patience of whoever opens it. */
const MAX_FILE_BYTES = 1024 ** 3;

/** What a step comes to, to be committed together. */
export type Step = {
  readonly status: ReportStatus;
  readonly state: State;
  readonly done: number;
  readonly total?: number;
  readonly fileName?: string;
  readonly failure?: string;
  readonly statements: readonly SQL[];
};

/** Does the next piece of work of a report that is not done, without writing anything down. Done twice, it comes to the same. */
export async function takeStep(run: Run, pace: Pace): Promise<Step> {
  const { state } = run;
  if (state === null) return begin(run);
  switch (state.phase) {
    case 'gather':
      return gather(run, state, pace.ids);
    case 'rows':
      return writeRows(run, state, pace.rows);
    case 'file':
      return finish(run);
  }
}

/** Counts what there is to read, and writes the beginning of the file. */
async function begin(run: Run): Promise<Step> {
  const { countRows, gatherings } = SOURCES[run.kind];
  let total = await countRows(run.scope);
  for (const gathering of gatherings) total += await countIds(gathering.ids(run.scope));
  const { bytes, state: written } = FORMATS[run.format].begin(run.heading);
  const base = { chunks: 0, bytes: 0, written };
  return append(run, bytes, { ...gatherFrom(run, gatherings, 0), ...base }, { done: 0, total });
}

/** Where the gathering of this number begins, or the rows when there is none. */
function gatherFrom(run: Run, gatherings: readonly Gathering[], index: number) {
  const gathering = gatherings[index];
  return gathering === undefined
    ? ({ phase: 'rows', cursor: null } as const)
    : ({ phase: 'gather', index, after: gathering.ids(run.scope).after } as const);
}

async function gather(run: Run, state: State & { phase: 'gather' }, size: number): Promise<Step> {
  const { gatherings } = SOURCES[run.kind];
  const gathering = gatherings[state.index];
  if (gathering === undefined) throw new RangeError(`A ${run.kind} report has no gathering ${state.index}.`);
  const { read, last } = await walkIds(gathering.ids(run.scope), state.after, size);
  const { chunks, bytes, written } = state;
  const isOver = read < size;
  return {
    status: 'running',
    state:
      isOver || last === null
        ? { ...gatherFrom(run, gatherings, state.index + 1), chunks, bytes, written }
        : { ...state, after: last },
    done: run.done + read,
    statements: last === null ? [] : [gathering.add(run.scope, state.after, last)],
  };
}

async function writeRows(run: Run, state: State & { phase: 'rows' }, size: number): Promise<Step> {
  const source = SOURCES[run.kind];
  const format = FORMATS[run.format];
  const page = await source.page(run.scope, state.cursor, size);
  const { bytes, state: written } = format.add(run.heading, page.rows, state.written);
  const done = run.done + page.read;
  if (page.next !== null) return append(run, bytes, { ...state, cursor: page.next, written }, { done });
  const end = await format.end(run.heading, written, (count) => readFirst(run, count));
  const { state: _, ...last } = append(run, concat(bytes, end), { ...state, written }, { done });
  return { ...last, state: { phase: 'file' } };
}

async function readFirst({ kind, scope }: Run, count: number) {
  const rows = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<(typeof SOURCES)[typeof kind]['page']>> = await SOURCES[kind].page(
      scope,
      cursor,
      count,
    );
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null && rows.length < count);
  return rows.slice(0, count);
}

/** Names the file, and lets go of what was only needed to make it. */
async function finish(run: Run): Promise<Step> {
  const { name } = await finishFile(run.draftId, fileOf(run));
  return {
    status: 'done',
    state: { phase: 'file' },
    done: run.total,
    fileName: name,
    statements: [sql`delete from report_sums where report_id = ${run.scope.reportId}::uuid`],
  };
}

type Appending = Exclude<State, { phase: 'file' }>;

function append(
  run: Run,
  bytes: Uint8Array,
  state: Appending,
  progress: { readonly done: number; readonly total?: number },
): Step {
  const size = state.bytes + bytes.length;
  if (size > MAX_FILE_BYTES) {
    const failure = 'The file would be larger than 1 GiB. Ask for fewer days.';
    return { status: 'failed', state: run.state ?? state, failure, statements: [], ...progress };
  }
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += MAX_CHUNK_BYTES)
    pieces.push(bytes.subarray(at, at + MAX_CHUNK_BYTES));
  return {
    status: 'running',
    state: { ...state, chunks: state.chunks + pieces.length, bytes: size },
    statements: pieces.flatMap((piece, at) => stageChunk(run.draftId, state.chunks + at, piece)),
    ...progress,
  };
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
