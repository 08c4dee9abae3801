'use client';

import { useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { Button } from '@/app/(merchant)/_ui/button';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { CheckField } from '@/app/(merchant)/_ui/field';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { MoveDialog } from './move-dialog';
import { type OrderDetail, useOrderMove } from './order';
import { TrackingFields } from './tracking-fields';

type Parcel = OrderDetail['parcels'][number];

/** Says that a parcel was not sent after all. Throws what the API refuses. */
export function useTakeBack(order: OrderDetail): (parcelId: string) => Promise<void> {
  const move = useOrderMove(order.id);
  const { done } = useToasts();
  return async (parcelId) => {
    const params = { path: { id: order.id, parcelId } };
    await move(ask(api.POST('/api/admin/orders/{id}/parcels/{parcelId}/take-back', { params })));
    done('Not sent after all: its items are to be sent again');
  };
}

/** What can be mended of a parcel: what was noted of it, and that it was sent. */
export function ParcelActions({ order, parcel }: { order: OrderDetail; parcel: Parcel }) {
  const [isCorrecting, setIsCorrecting] = useState(false);
  const takeBack = useTakeBack(order);
  return (
    <div className="-ml-3 flex flex-wrap">
      <Button kind="quiet" onClick={() => setIsCorrecting(true)}>
        Correct
      </Button>
      <Confirm
        kind="quiet"
        label="Not sent after all"
        title="Was this parcel not sent after all?"
        verb="It was not sent"
        onConfirm={() => takeBack(parcel.id)}
      >
        <p>Its items are to be sent again.</p>
        {order.email === '' ? null : (
          <p>
            The buyer is told by mail a few seconds after a parcel is marked as sent. If that mail has left,
            it cannot be called back: write to {order.email} yourself. One that has not left does not leave.
          </p>
        )}
      </Confirm>
      {isCorrecting ? (
        <CorrectDialog order={order} parcel={parcel} onClose={() => setIsCorrecting(false)} />
      ) : null}
    </div>
  );
}

function CorrectDialog({
  order,
  parcel,
  onClose,
}: {
  order: OrderDetail;
  parcel: Parcel;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState({
    carrier: parcel.carrier ?? '',
    trackingNumber: parcel.trackingNumber ?? '',
    trackingUrl: parcel.trackingUrl ?? '',
    tellBuyer: order.email !== '',
  });
  const type = (more: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...more }));
  const move = useOrderMove(order.id);
  const { done } = useToasts();

  async function correct() {
    const params = { path: { id: order.id, parcelId: parcel.id } };
    await move(ask(api.PATCH('/api/admin/orders/{id}/parcels/{parcelId}', { params, body: typed })));
    done(typed.tellBuyer ? 'The parcel is corrected, and the buyer is told' : 'The parcel is corrected');
  }

  return (
    <MoveDialog
      title="Correct a parcel"
      lead="Its items stay as they are. Were those wrong, it was not sent after all."
      verb="Correct the parcel"
      onClose={onClose}
      onSubmit={correct}
    >
      {(fault) => (
        <>
          <TrackingFields tracking={typed} onChange={type} fault={fault} />
          {order.email === '' ? null : (
            <CheckField
              id="correct-tell"
              label="Send the buyer the mail about this parcel once more"
              checked={typed.tellBuyer}
              onChange={({ target }) => type({ tellBuyer: target.checked })}
            />
          )}
        </>
      )}
    </MoveDialog>
  );
}
