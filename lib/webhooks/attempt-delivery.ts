import { callFunction, query } from '@/db/client';
import { fromUuid, newId, toUuid, type WebhookDeliveryId } from '@/lib/kernel/ids';
import { PUBLIC_WEB, type Reach } from '@/lib/platform/open-remote';
import { postWebhook } from './internal/post-webhook';
import { signWebhook } from './internal/sign-webhook';
import { DISABLE_AFTER_DAYS, RETRY_AFTER } from './model';

/** `failed`: to be tried again later. `over`: not to be tried again. */
export type AttemptResult = 'delivered' | 'failed' | 'over';

type Due = {
  endpoint_id: string;
  event_id: string;
  url: string;
  type: string;
  data: string;
  happened_ms: string;
  secret_version: number;
  signs_twice: boolean;
  is_due: boolean;
  is_known: boolean;
};

type Attempt = { readonly round: number /** 1 is the first. */; readonly number: number };

/**
 * Sends a delivery once and writes down what came of it. A try that is written down is not made again; only a process that dies
 * between the receiver's answer and the note has it made twice, under the same webhook-id.
 */
export async function attemptDelivery(
  id: WebhookDeliveryId,
  { round, number }: Attempt,
  reach: Reach = PUBLIC_WEB,
): Promise<AttemptResult> {
  const due = await findDue(id, round, number);
  if (due === undefined || !due.is_due) return 'over';
  const about = { deliveryId: toUuid(id), round, number };
  if (due.is_known) return record({ ...about, durationMs: 0, isLast: false });

  const startedAt = performance.now();
  const answer = await postWebhook(
    due.url,
    await signWebhook({
      endpointId: fromUuid('hook', due.endpoint_id),
      eventId: fromUuid('evt', due.event_id),
      secretVersions: due.signs_twice ? [due.secret_version, due.secret_version - 1] : [due.secret_version],
      body: JSON.stringify({
        type: due.type,
        timestamp: new Date(Number(due.happened_ms)).toISOString(),
        data: JSON.parse(due.data) as unknown,
      }),
    }),
    reach,
  );
  const durationMs = Math.round(performance.now() - startedAt);
  return record({ ...about, ...answer, durationMs, isLast: number >= RETRY_AFTER.length });
}

async function record(attempt: object): Promise<AttemptResult> {
  const { result } = await callFunction<{ result: AttemptResult }>('record_webhook_attempt', {
    ...attempt,
    disableAfterDays: DISABLE_AFTER_DAYS,
    auditId: toUuid(newId('aud')),
  });
  return result;
}

async function findDue(id: WebhookDeliveryId, round: number, number: number): Promise<Due | undefined> {
  const [row] = await query<Due>(
    'find_due_webhook',
    `select e.id::text as endpoint_id, d.event_id::text, e.url, d.type, d.data::text as data,
       (extract(epoch from d.happened_at) * 1000)::float8::text as happened_ms, e.secret_version,
       coalesce(e.rotated_at > now() - interval '1 day', false) as signs_twice,
       e.enabled and d.status = 'pending' and d.round = $2::int as is_due,
       exists (select from webhook_attempts a where a.delivery_id = d.id and a.round = $2::int and a.number = $3::int) as is_known
     from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
     where d.id = $1::uuid`,
    [toUuid(id), round, number],
  );
  return row;
}
