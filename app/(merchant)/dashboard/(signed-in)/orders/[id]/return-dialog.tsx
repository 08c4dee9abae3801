'use client';

import { useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { TextField } from '@/app/(merchant)/_ui/field';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { MoveDialog } from './move-dialog';
import { type OrderDetail, useOrderMove } from './order';
import { type Choice, type Picked, pickedLines, UnitsPicker } from './units-picker';

/** Which units a buyer could still send back. */
export function returnableOf(order: OrderDetail): Choice[] {
  return order.lines.flatMap((line) => {
    const units = order.units.find(({ variantId }) => variantId === line.variantId);
    const most = units ? units.sent - units.returning - units.returned : 0;
    return most > 0 ? [{ line, most }] : [];
  });
}

/** A buyer wants to send something back. */
export function ReturnDialog({ order, onClose }: { order: OrderDetail; onClose: () => void }) {
  const choices = returnableOf(order);
  const [picked, setPicked] = useState<Picked>({});
  const [reason, setReason] = useState('');
  const move = useOrderMove(order.id);
  const { done, failed } = useToasts();
  const lines = pickedLines(choices, picked);

  async function request() {
    const body = { lines, reason };
    const params = { path: { id: order.id } };
    const after = await move(ask(api.POST('/api/admin/orders/{id}/returns', { params, body })));
    const made = after.returns.at(-1);
    done('The return is noted', {
      onUndo: () => {
        const path = { id: order.id, returnId: made?.id ?? '' };
        move(ask(api.POST('/api/admin/orders/{id}/returns/{returnId}/cancel', { params: { path } }))).catch(
          failed,
        );
      },
    });
  }

  return (
    <MoveDialog
      title="Note a return"
      lead="What the buyer will send back. Money and stock wait until it came."
      verb="Note the return"
      isReady={lines.length > 0}
      onClose={onClose}
      onSubmit={request}
    >
      {(fault) => (
        <>
          <UnitsPicker
            id="return"
            legend="Comes back"
            choices={choices}
            picked={picked}
            onPick={setPicked}
            fault={fault}
          />
          <TextField
            id="return-reason"
            label="Reason"
            required
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            fault={fault?.at('reason')}
          />
        </>
      )}
    </MoveDialog>
  );
}
