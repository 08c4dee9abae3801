import { sql } from 'drizzle-orm';
import { atomically } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { type Idempotency, rememberAnswer } from '@/lib/platform/idempotency';
import { askJobBoard } from '@/lib/platform/job-board';
import type { JobsRefusal } from './model';
import { refusalOf } from './read-runs';

export type MoveContext = {
  readonly actor: string;
  readonly requestId?: string | undefined;
  readonly idempotency?: Idempotency | null;
};

/** Starts a run anew, from its first step and with the same events; what its steps did before is done again. Gives the new run's id. */
export async function replayRun(
  id: string,
  context: MoveContext,
): Promise<Outcome<{ readonly id: string }, JobsRefusal>> {
  const answer = await askJobBoard('POST', `/v1/runs/${encodeURIComponent(id)}/rerun`);
  if (answer.kind !== 'data') return no(refusalOf(answer));
  const made = { id: String((answer.data as { run_id: unknown }).run_id) };
  await note('job.replayed', id, made, context, 202);
  return ok(made);
}

/** Ends a run that has not ended, before its next step. What it has done stays done. */
export async function cancelRun(
  id: string,
  context: MoveContext,
): Promise<Outcome<{ readonly id: string }, JobsRefusal>> {
  const answer = await askJobBoard('DELETE', `/v1/runs/${encodeURIComponent(id)}`);
  if (answer.kind !== 'data') return no(refusalOf(answer));
  await note('job.cancelled', id, { id }, context, 202);
  return ok({ id });
}

/** The engine keeps its own books, so this comes after: what is not written down here did happen and is seen there. */
async function note(
  action: string,
  subject: string,
  answer: { readonly id: string },
  { actor, requestId, idempotency }: MoveContext,
  status: number,
): Promise<void> {
  await atomically([
    ...(idempotency ? [rememberAnswer(idempotency, status, JSON.stringify(answer))] : []),
    sql`insert into audit_log (id, actor, action, subject, after, request_id)
      values (${toUuid(newId('aud'))}::uuid, ${actor}, ${action}, ${subject}, ${JSON.stringify({ run: answer.id })}::jsonb,
              ${requestId ?? null})`,
  ]);
}
