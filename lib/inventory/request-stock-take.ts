import { sql } from 'drizzle-orm';
import { atomically } from '@/db/client';
import { newId, type StockTakeId, toUuid } from '@/lib/kernel/ids';
import { type Outcome, ok } from '@/lib/kernel/outcome';
import { readDraft } from '@/lib/platform/files/read-file';
import { type Idempotency, rememberAnswer } from '@/lib/platform/idempotency';
import { readTake } from './internal/read-take';

export type RequestTakeContext = {
  readonly actor: string;
  readonly requestId?: string | undefined;
  readonly idempotency?: Idempotency | null | undefined;
};

/** A statement of so many lines takes a quarter of a second. */
const BATCH = 5_000;

/**
 * Takes an uploaded count of the shelves down, each line beside what the shop has at this moment: nothing changes before it is
 * applied. All lines or none. On Node alone.
 */
export async function requestStockTake(
  draftId: string,
  fileName: string,
  { actor, requestId, idempotency }: RequestTakeContext,
): Promise<Outcome<{ readonly id: StockTakeId }, { reason: 'unreadable-file'; message: string }>> {
  const read = readTake(await readDraft(draftId));
  if (!read.ok) return read;
  const id = newId('take');
  const take = sql`${toUuid(id)}::uuid`;
  const batches = Array.from({ length: Math.ceil(read.value.length / BATCH) }, (_, index) =>
    JSON.stringify(read.value.slice(index * BATCH, (index + 1) * BATCH)),
  );
  await atomically([
    ...(idempotency ? [rememberAnswer(idempotency, 201, JSON.stringify({ id }))] : []),
    sql`insert into stock_takes (id, file_name, actor, status, lines, differing, problems)
      values (${take}, ${fileName}, ${actor}, 'ready', ${read.value.length}::int, 0, 0)`,
    ...batches.map((lines) => sql`select add_take_lines(${take}, ${lines}::jsonb)`),
    sql`update stock_takes set
        differing = (select count(*) from stock_take_lines where take_id = ${take} and outcome = 'differs'),
        problems = (select count(*) from stock_take_lines where take_id = ${take} and outcome = 'problem')
      where id = ${take}`,
    sql`insert into audit_log (id, actor, action, subject, after, request_id)
      values (${toUuid(newId('aud'))}::uuid, ${actor}, 'stock-take.uploaded', ${id},
        ${JSON.stringify({ fileName, lines: read.value.length })}::jsonb, ${requestId ?? null})`,
  ]);
  return ok({ id });
}
