'use client';

import { useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { CheckField, SelectField, TextField } from '@/app/(merchant)/_ui/field';
import { money } from '@/app/(merchant)/_ui/format';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { currencyDecimals } from '@/lib/kernel/currency';
import { MoveDialog } from './move-dialog';
import { type OrderDetail, useIntentKey, useOrderMove, worthOf } from './order';
import { type Picked, pickedLines, UnitsPicker } from './units-picker';

type Return = OrderDetail['returns'][number];
type Kind = 'units' | 'amount' | 'all';

/** Money goes back: for some units, an amount, or all that is left; of a return, for what came. */
export function RefundDialog({
  order,
  forReturn,
  onClose,
}: {
  order: OrderDetail;
  forReturn?: Return | undefined;
  onClose: () => void;
}) {
  const { currency } = order.total;
  const choices = order.lines.map((line) => {
    const units = order.units.find(({ variantId }) => variantId === line.variantId);
    const wanted = forReturn?.lines.find(({ variantId }) => variantId === line.variantId)?.quantity ?? 0;
    const left = line.quantity - (units?.refunded ?? 0);
    return { line, units, most: forReturn ? Math.min(wanted, left) : left };
  });
  const open = choices.filter(({ most }) => most > 0);
  const [kind, setKind] = useState<Kind>(open.length > 0 ? 'units' : 'amount');
  const [picked, setPicked] = useState<Picked>(() =>
    forReturn ? Object.fromEntries(open.map(({ line, most }) => [line.variantId, most])) : {},
  );
  const [typed, setTyped] = useState('');
  const [restock, setRestock] = useState(forReturn !== undefined);
  const [reason, setReason] = useState(forReturn?.reason ?? '');
  const move = useOrderMove(order.id);
  const intentKey = useIntentKey();
  const { done } = useToasts();

  const worth = open.reduce(
    (sum, { line, units }) => sum + (units ? worthOf(units, line.quantity, picked[line.variantId] ?? 0) : 0),
    0,
  );
  const minor = Math.round(Number(typed) * 10 ** currencyDecimals(currency));
  const amount =
    kind === 'all'
      ? order.refundable.amount
      : kind === 'amount'
        ? minor
        : Math.min(worth, order.refundable.amount);
  const isReady = amount > 0 && amount <= order.refundable.amount;
  const given = money({ amount, currency });
  const canRestock = kind !== 'amount' && choices.some(({ units }) => units?.canRestock);

  async function refund() {
    const body = {
      ...(kind === 'units' ? { lines: pickedLines(open, picked) } : {}),
      // Less than the units come to, where less is left.
      ...(kind === 'units' && worth <= order.refundable.amount
        ? {}
        : kind === 'all'
          ? {}
          : { amount: { amount, currency } }),
      restock: canRestock && restock,
      ...(forReturn ? { returnId: forReturn.id } : {}),
      reason,
    };
    const header = { 'Idempotency-Key': intentKey(body) };
    const params = { path: { id: order.id }, header };
    await move(ask(api.POST('/api/admin/orders/{id}/refund', { params, body })));
    done(`${given} of order #${order.number} goes back`);
  }

  return (
    <MoveDialog
      title={forReturn ? 'Refund the return' : 'Give money back'}
      lead={`${money(order.refundable)} of ${money(order.paid)} can still be given back. Money that went back stays there.`}
      verb={isReady ? `Refund ${given}` : 'Refund'}
      isDanger
      isReady={isReady}
      onClose={onClose}
      onSubmit={refund}
    >
      {(fault) => (
        <>
          {forReturn ? null : (
            <SelectField
              id="refund-kind"
              label="What for"
              value={kind}
              onChange={({ target }) => setKind(target.value as Kind)}
            >
              {open.length > 0 ? <option value="units">Some units</option> : null}
              <option value="amount">An amount, for no unit in particular</option>
              <option value="all">Everything that is left: {money(order.refundable)}</option>
            </SelectField>
          )}
          {kind === 'units' ? (
            <UnitsPicker
              id="refund"
              legend="Units"
              choices={open}
              picked={picked}
              onPick={setPicked}
              fault={fault}
            />
          ) : null}
          {kind === 'amount' ? (
            <TextField
              id="refund-amount"
              label={`Amount in ${currency}`}
              type="number"
              inputMode="decimal"
              min={0}
              max={order.refundable.amount / 10 ** currencyDecimals(currency)}
              step={1 / 10 ** currencyDecimals(currency)}
              required
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              fault={fault?.at('amount')}
            />
          ) : null}
          {canRestock ? (
            <CheckField
              id="refund-restock"
              label="Put the units back on the shelf"
              hint="They can be bought again as soon as the money is back."
              checked={restock}
              onChange={({ target }) => setRestock(target.checked)}
            />
          ) : null}
          <TextField
            id="refund-reason"
            label="Reason"
            hint="For the history; the buyer is told the amount alone."
            required
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            fault={fault?.at('reason') ?? fault?.at('returnId')}
          />
        </>
      )}
    </MoveDialog>
  );
}
