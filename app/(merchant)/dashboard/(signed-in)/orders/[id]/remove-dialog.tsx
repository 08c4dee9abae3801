'use client';

import { useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { TextField } from '@/app/(merchant)/_ui/field';
import { money } from '@/app/(merchant)/_ui/format';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { MoveDialog } from './move-dialog';
import { type OrderDetail, useIntentKey, useOrderMove, worthOf } from './order';
import { type Picked, pickedLines, UnitsPicker } from './units-picker';

const MOST_NAMED = 3;
const MOST_TITLE = 60;

/** Units that were paid and not sent: what can still be taken out of an order. */
export function removableOf(order: OrderDetail) {
  if (order.refundable.amount <= 0) return [];
  return order.lines.flatMap((line) => {
    const units = order.units.find(({ variantId }) => variantId === line.variantId);
    return units && units.toSend > 0 ? [{ line, units, most: units.toSend }] : [];
  });
}

/** Units leave an order before it is sent: their money goes back, they go back on the shelf, and the history says which. */
export function RemoveDialog({ order, onClose }: { order: OrderDetail; onClose: () => void }) {
  const { currency } = order.total;
  const choices = removableOf(order);
  const [picked, setPicked] = useState<Picked>({});
  const [why, setWhy] = useState('');
  const move = useOrderMove(order.id);
  const intentKey = useIntentKey();
  const { done } = useToasts();

  const lines = pickedLines(choices, picked);
  const many = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const worth = choices.reduce(
    (sum, { line, units }) => sum + worthOf(units, line.quantity, picked[line.variantId] ?? 0),
    0,
  );
  // Money may have gone back before for no unit in particular: then less is left than the units come to.
  const amount = Math.min(worth, order.refundable.amount);
  const isAll =
    order.fulfilment === 'unsent' &&
    order.status === 'paid' &&
    many === choices.reduce((sum, { most }) => sum + most, 0);

  async function remove() {
    const body = {
      lines,
      ...(amount < worth ? { amount: { amount, currency } } : {}),
      restock: true,
      reason: reasonOf(choices, picked, why),
    };
    const params = { path: { id: order.id }, header: { 'Idempotency-Key': intentKey(body) } };
    await move(ask(api.POST('/api/admin/orders/{id}/refund', { params, body })));
    done(`${many === 1 ? '1 unit is' : `${many} units are`} taken out of order #${order.number}`);
  }

  return (
    <MoveDialog
      title="Remove items"
      lead="What is taken out is not sent. Its money goes back to the buyer, and it goes back on the shelf. Nothing can be added to an order that was paid."
      verb={many > 0 ? `Remove and refund ${money({ amount, currency })}` : 'Remove and refund'}
      isDanger
      isReady={many > 0 && amount > 0}
      onClose={onClose}
      onSubmit={remove}
    >
      {(fault) => (
        <>
          <UnitsPicker
            id="remove"
            legend="Remove"
            choices={choices}
            picked={picked}
            onPick={setPicked}
            fault={fault}
          />
          {isAll ? (
            <p role="status" className="text-sm text-muted">
              That is everything. Cancel the order instead, and shipping goes back as well.
            </p>
          ) : null}
          <TextField
            id="remove-reason"
            label="Reason"
            hint="For the history; the buyer is told the amount alone."
            maxLength={200}
            value={why}
            onChange={({ target }) => setWhy(target.value)}
            fault={fault?.at('reason')}
          />
        </>
      )}
    </MoveDialog>
  );
}

/** What the history says: `Removed before it was sent: 2 × Moon, by Hand (sold out)`. */
function reasonOf(choices: ReturnType<typeof removableOf>, picked: Picked, why: string): string {
  const removed = choices.flatMap(({ line }) => {
    const quantity = picked[line.variantId] ?? 0;
    return quantity > 0 ? [`${quantity} × ${line.title.slice(0, MOST_TITLE)}`] : [];
  });
  const named = removed.slice(0, MOST_NAMED).join(', ');
  const more = removed.length > MOST_NAMED ? ` and ${removed.length - MOST_NAMED} more` : '';
  return `Removed before it was sent: ${named}${more}${why.trim() === '' ? '' : ` (${why.trim()})`}`;
}
