'use client';

import { api, ask } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { ago, dateTime } from '@/app/(merchant)/_ui/format';
import { NoteForm } from '@/app/(merchant)/_ui/note-form';
import { Section } from '@/app/(merchant)/_ui/page';
import { type OrderDetail, useOrderMove } from './order';
import { actorWords, type Event, eventFacts, eventWords } from './timeline-words';

/** What happened to an order, the latest first, and what the shop's people noted. */
export function Timeline({ order }: { order: OrderDetail }) {
  const mayWrite = useMay('orders:write');
  return (
    <Section title="History">
      {mayWrite ? <OrderNote order={order} /> : null}
      <ol className="grid gap-3 text-sm">
        {order.timeline.toReversed().map((event) => (
          <Entry key={`${event.at} ${event.kind} ${JSON.stringify(event.data)}`} event={event} />
        ))}
      </ol>
    </Section>
  );
}

function Entry({ event }: { event: Event }) {
  const note = event.kind === 'note' ? String(event.data.text ?? '') : null;
  const facts = note === null ? eventFacts(event) : '';
  return (
    <li className="grid grid-cols-[0.75rem_minmax(0,1fr)] gap-3">
      <span aria-hidden className="mt-1.5 size-2 rounded-full border border-edge bg-ground" />
      <div className="grid gap-0.5">
        <p>
          <span className="font-medium">{eventWords(event)}</span>
          {facts === '' ? null : <span className="text-muted"> · {facts}</span>}
        </p>
        {note === null ? null : (
          <p className="whitespace-pre-wrap break-words rounded-sm border border-line bg-ground px-3 py-2">
            {note === '' ? 'Taken out when the person was erased.' : note}
          </p>
        )}
        <p className="text-xs text-muted">
          <time dateTime={event.at} title={dateTime(event.at)}>
            {ago(event.at)}
          </time>{' '}
          by {actorWords(event)}
        </p>
      </div>
    </li>
  );
}

function OrderNote({ order }: { order: OrderDetail }) {
  const move = useOrderMove(order.id);
  const params = { path: { id: order.id } };
  return (
    <NoteForm
      id="note"
      hint="For the shop’s people alone."
      onAdd={(text) => move(ask(api.POST('/api/admin/orders/{id}/notes', { params, body: { text } })))}
    />
  );
}
