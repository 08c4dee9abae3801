'use client';

import type { Schema } from '@/app/(merchant)/_api/client';
import { Badge } from '@/app/(merchant)/_ui/badge';
import { Dialog } from '@/app/(merchant)/_ui/dialog';
import { dateTime } from '@/app/(merchant)/_ui/format';

type Delivery = Schema<'WebhookDelivery'>;

/** What was sent, and what was answered each time. */
export function DeliveryDialog({
  delivery,
  onClose,
}: {
  delivery: Delivery | undefined;
  onClose: () => void;
}) {
  return (
    <Dialog
      isOpen={delivery !== undefined}
      onClose={onClose}
      size="wide"
      title={delivery?.type ?? 'Delivery'}
    >
      {delivery === undefined ? null : (
        <>
          <section className="grid gap-2">
            <h3 className="text-sm font-semibold">Request</h3>
            <Code
              text={`POST\nwebhook-id: ${delivery.eventId}\ncontent-type: application/json\n\n${JSON.stringify(delivery.request, null, 2)}`}
            />
          </section>
          <section className="grid gap-3">
            <h3 className="text-sm font-semibold">Tries, newest first</h3>
            {delivery.attempts.length === 0 ? (
              <p className="text-sm text-muted">It waits for its first try.</p>
            ) : (
              <ol className="grid gap-3">
                {delivery.attempts.map(({ at, durationMs, status, answer, error }) => (
                  <li key={at} className="grid gap-2 border-t border-line pt-3 text-sm">
                    <p className="flex flex-wrap items-center gap-2">
                      <Badge tone={status !== null && status >= 200 && status < 300 ? 'good' : 'bad'}>
                        {status === null ? 'no answer' : `answered ${status}`}
                      </Badge>
                      <span className="text-muted">
                        {dateTime(at)}, {durationMs} ms
                      </span>
                    </p>
                    {error === null ? null : <p>{error}</p>}
                    {answer ? <Code text={answer} /> : null}
                  </li>
                ))}
              </ol>
            )}
          </section>
        </>
      )}
    </Dialog>
  );
}

/** Lines as they were sent. */
function Code({ text }: { text: string }) {
  return (
    <pre className="rounded-sm border border-line bg-ground p-3 text-xs break-all whitespace-pre-wrap">
      {text}
    </pre>
  );
}
