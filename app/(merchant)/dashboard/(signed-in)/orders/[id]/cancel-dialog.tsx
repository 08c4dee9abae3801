'use client';

import { useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { TextField } from '@/app/(merchant)/_ui/field';
import { money } from '@/app/(merchant)/_ui/format';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { MoveDialog } from './move-dialog';
import { type OrderDetail, useOrderMove } from './order';

/** Ends an order that was not sent. */
export function CancelDialog({ order, onClose }: { order: OrderDetail; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const move = useOrderMove(order.id);
  const { done } = useToasts();
  const goesBack = order.refundable.amount > 0 ? ` ${money(order.refundable)} goes back to the buyer.` : '';

  async function cancel() {
    const body = reason.trim() === '' ? {} : { reason };
    const params = { path: { id: order.id } };
    await move(ask(api.POST('/api/admin/orders/{id}/cancel', { params, body })));
    done(`Order #${order.number} is cancelled`);
  }

  return (
    <MoveDialog
      title={`Cancel order #${order.number}?`}
      lead={`Its units go back on the shelf.${goesBack} The buyer is told by mail. This cannot be taken back.`}
      verb="Cancel the order"
      isDanger
      onClose={onClose}
      onSubmit={cancel}
    >
      {(fault) => (
        <TextField
          id="cancel-reason"
          label="Reason"
          hint="For the history; the buyer does not see it."
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          fault={fault?.at('reason')}
        />
      )}
    </MoveDialog>
  );
}
