'use client';

import { useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Badge, type Tone } from '@/app/(merchant)/_ui/badge';
import { Button } from '@/app/(merchant)/_ui/button';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { dateTime, money } from '@/app/(merchant)/_ui/format';
import { Section } from '@/app/(merchant)/_ui/page';
import { type OrderDetail, useOrderMove } from './order';
import { ParcelActions } from './parcel-actions';
import { RefundDialog } from './refund-dialog';

type Lines = readonly { variantId: string; quantity: number }[];
type Return = OrderDetail['returns'][number];

const RETURN_TONES: Readonly<Record<Return['status'], Tone>> = {
  requested: 'busy',
  received: 'warn',
  cancelled: 'neutral',
};
const REFUND_TONES: Readonly<Record<OrderDetail['refunds'][number]['status'], Tone>> = {
  processing: 'busy',
  'in-doubt': 'warn',
  succeeded: 'good',
  failed: 'bad',
};

function wordsOf(order: OrderDetail, lines: Lines): string {
  const titles = new Map(order.lines.map(({ variantId, title }) => [variantId, title]));
  return lines.map(({ variantId, quantity }) => `${quantity} × ${titles.get(variantId) ?? ''}`).join(', ');
}

/** What was sent. */
export function Parcels({ order }: { order: OrderDetail }) {
  const mayWrite = useMay('orders:write');
  if (order.parcels.length === 0) return null;
  return (
    <Section title={order.parcels.length === 1 ? 'Parcel' : 'Parcels'}>
      <ul className="grid gap-3 text-sm">
        {order.parcels.map((parcel) => (
          <li key={parcel.id} className="grid gap-0.5 border-b border-line pb-3 last:border-0 last:pb-0">
            <p>{wordsOf(order, parcel.lines)}</p>
            <p className="text-muted">
              {[dateTime(parcel.at), parcel.carrier, parcel.trackingNumber].filter(Boolean).join(' · ')}
              {parcel.trackingUrl ? (
                <>
                  {' · '}
                  <a
                    href={parcel.trackingUrl}
                    rel="noreferrer"
                    target="_blank"
                    className="text-act underline"
                  >
                    Follow it
                  </a>
                </>
              ) : null}
            </p>
            {mayWrite ? <ParcelActions order={order} parcel={parcel} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What is to come back, what came, and what was given for it. */
export function Returns({ order }: { order: OrderDetail }) {
  const mayWrite = useMay('orders:write');
  const [refunding, setRefunding] = useState<Return>();
  const move = useOrderMove(order.id);
  const close = (returnId: string, how: 'receive' | 'cancel') =>
    move(
      ask(
        api.POST(`/api/admin/orders/{id}/returns/{returnId}/${how}`, {
          params: { path: { id: order.id, returnId } },
        }),
      ),
    );
  if (order.returns.length === 0) return null;
  return (
    <Section title="Returns">
      <ul className="grid gap-3 text-sm">
        {order.returns.map((one) => (
          <li key={one.id} className="grid gap-2 border-b border-line pb-3 last:border-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={one.refundId ? 'good' : RETURN_TONES[one.status]}>
                {one.refundId ? 'refunded' : one.status}
              </Badge>
              {wordsOf(order, one.lines)}
            </p>
            <p className="text-muted">
              {one.reason} · {dateTime(one.at)}
            </p>
            {mayWrite && one.status === 'requested' ? (
              <div className="flex flex-wrap gap-2">
                <Confirm
                  label="It came"
                  title="Did the return come?"
                  verb="It came"
                  isDanger={false}
                  onConfirm={async () => {
                    const after = await close(one.id, 'receive');
                    // What follows nearly always: the money, and whether the units are fine.
                    if (after.refundable.amount > 0)
                      setRefunding(after.returns.find(({ id }) => id === one.id));
                  }}
                >
                  <p>{wordsOf(order, one.lines)}. Then you decide on the refund and the stock.</p>
                </Confirm>
                <Confirm
                  label="It will not come"
                  title="Will it not come?"
                  verb="It will not come"
                  onConfirm={() => close(one.id, 'cancel')}
                >
                  <p>The return is closed. The buyer can ask for another.</p>
                </Confirm>
              </div>
            ) : null}
            {mayWrite && one.status === 'received' && !one.refundId && order.refundable.amount > 0 ? (
              <div>
                <Button onClick={() => setRefunding(one)}>Refund it</Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {refunding ? (
        <RefundDialog order={order} forReturn={refunding} onClose={() => setRefunding(undefined)} />
      ) : null}
    </Section>
  );
}

/** What was given back, and how far it is. */
export function Refunds({ order }: { order: OrderDetail }) {
  if (order.refunds.length === 0) return null;
  return (
    <Section title="Refunds">
      <ul className="grid gap-3 text-sm">
        {order.refunds.map((refund) => {
          const restocked = refund.lines.reduce((sum, line) => sum + line.restocked, 0);
          return (
            <li key={refund.id} className="grid gap-0.5 border-b border-line pb-3 last:border-0 last:pb-0">
              <p className="flex flex-wrap items-center gap-2">
                <span className="figures font-medium">{money(refund.amount)}</span>
                <Badge tone={REFUND_TONES[refund.status]}>{refund.status.replace('-', ' ')}</Badge>
              </p>
              {refund.lines.length > 0 ? <p>{wordsOf(order, refund.lines)}</p> : null}
              <p className="text-muted">
                {[refund.reason, restocked > 0 ? `${restocked} back on the shelf` : '', dateTime(refund.at)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
