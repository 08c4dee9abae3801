import { sql } from 'drizzle-orm';
import { atomically } from '@/db/client';
import { type BookCheckId, newId, toUuid } from '@/lib/kernel/ids';
import { type Idempotency, rememberAnswer } from '@/lib/platform/idempotency';
import { announce } from '@/lib/platform/outbox';
import { type Books, CHECK_REQUESTED } from './model';

export type RequestedCheck = { readonly id: BookCheckId; readonly status: 'asked' };

/** Has books checked now, by a job. Gives the answer, which is also what an idempotency key keeps, as a 202. */
export async function requestBookCheck(
  kind: Books,
  context: {
    readonly actor: string;
    readonly requestId?: string | undefined;
    readonly idempotency?: Idempotency | null | undefined;
  },
): Promise<RequestedCheck> {
  const id = newId('chk');
  const requested: RequestedCheck = { id, status: 'asked' };
  const { actor, requestId, idempotency } = context;
  await atomically([
    ...(idempotency ? [rememberAnswer(idempotency, 202, JSON.stringify(requested))] : []),
    sql`insert into book_checks (id, kind, status, actor) values (${toUuid(id)}::uuid, ${kind}, 'asked', ${actor})`,
    sql`insert into audit_log (id, actor, action, subject, after, request_id)
      values (${toUuid(newId('aud'))}::uuid, ${actor}, 'books.check-requested', ${id},
        ${JSON.stringify({ kind })}::jsonb, ${requestId ?? null})`,
    announce(CHECK_REQUESTED, { checkId: id, kind }),
  ]);
  return requested;
}
