'use client';

import { useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { MoveDialog } from './move-dialog';
import { type OrderDetail, useOrderMove } from './order';

import { useTakeBack } from './parcel-actions';
import { type Tracking, TrackingFields } from './tracking-fields';
import { pickAll, pickedLines, UnitsPicker } from './units-picker';

/** The mail leaves later than this (PARCEL_MAIL_DELAY_SECONDS): until then nobody has seen what is undone. */
const UNSEEN_MS = 5_000;

/** A parcel: what is in it and where to follow it. */
export function SendDialog({ order, onClose }: { order: OrderDetail; onClose: () => void }) {
  const choices = order.lines.flatMap((line) => {
    const most = order.units.find(({ variantId }) => variantId === line.variantId)?.toSend ?? 0;
    return most > 0 ? [{ line, most }] : [];
  });
  const [picked, setPicked] = useState(() => pickAll(choices));
  const [tracking, setTracking] = useState<Tracking>({ carrier: '', trackingNumber: '', trackingUrl: '' });
  const move = useOrderMove(order.id);
  const takeBack = useTakeBack(order);
  const { done, failed } = useToasts();
  const lines = pickedLines(choices, picked);
  const left = choices.some(({ line, most }) => (picked[line.variantId] ?? 0) < most);

  async function send() {
    const body = { lines, ...tracking };
    const path = { id: order.id };
    const after = await move(ask(api.POST('/api/admin/orders/{id}/fulfil', { params: { path }, body })));
    const parcel = after.parcels.find(({ id }) => order.parcels.every((earlier) => earlier.id !== id));
    done(
      after.fulfilment === 'sent'
        ? `Order #${order.number} is sent`
        : 'The parcel is noted; the rest is still to send',
      parcel ? { timeoutMs: UNSEEN_MS, onUndo: () => void takeBack(parcel.id).catch(failed) } : undefined,
    );
  }

  return (
    <MoveDialog
      title="Send a parcel"
      lead={`The buyer is told by mail${left ? ' that the rest follows' : ''}, a few seconds later: until then it can be undone unseen.`}
      verb={left ? 'Send a part' : 'Mark as sent'}
      isReady={lines.length > 0}
      onClose={onClose}
      onSubmit={send}
    >
      {(fault) => (
        <>
          <UnitsPicker
            id="send"
            legend="In this parcel"
            choices={choices}
            picked={picked}
            onPick={setPicked}
            fault={fault}
          />
          <TrackingFields
            tracking={tracking}
            onChange={(more) => setTracking((before) => ({ ...before, ...more }))}
            fault={fault}
          />
        </>
      )}
    </MoveDialog>
  );
}
