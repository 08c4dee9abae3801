import { Button } from '@/app/(merchant)/_ui/button';
import { money } from '@/app/(merchant)/_ui/format';
import { Section } from '@/app/(merchant)/_ui/page';
import type { LineUnits, OrderDetail } from './order';
import { OrderTaxes } from './order-taxes';

/** How far a line is, in words; nothing where it simply waits. */
function progressOf({ sent, refunded, returning, returned }: LineUnits): string {
  return [
    sent > 0 ? `${sent} sent` : '',
    returning > 0 ? `${returning} coming back` : '',
    returned > 0 ? `${returned} came back` : '',
    refunded > 0 ? `${refunded} refunded` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** What was bought, what it came to, and what went back. */
export function OrderLines({ order, onRemove }: { order: OrderDetail; onRemove?: () => void }) {
  const minus = (amount: typeof order.total) => money({ ...amount, amount: -amount.amount });
  const rows: readonly (readonly [string, string])[] = [
    ['Subtotal', money(order.subtotal)],
    ...(order.discount.amount > 0
      ? ([[`Discount${order.discountCode ? ` ${order.discountCode}` : ''}`, minus(order.discount)]] as const)
      : []),
    [`Shipping${order.shippingMethod ? `, ${order.shippingMethod}` : ''}`, money(order.shipping)],
    ...(order.tax.amount > 0 ? ([['Tax', money(order.tax)]] as const) : []),
  ];
  return (
    <Section
      title="Items"
      actions={
        onRemove ? (
          <Button kind="quiet" onClick={onRemove}>
            Remove items
          </Button>
        ) : null
      }
    >
      <table className="w-full text-sm" aria-label="Items">
        <thead className="sr-only">
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Units and price</th>
            <th scope="col">Total</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => {
            const units = order.units.find(({ variantId }) => variantId === line.variantId);
            const progress = units ? progressOf(units) : '';
            return (
              <tr key={line.variantId} className="border-b border-line align-top">
                <td className="py-2 pr-3">
                  <span className="font-medium">{line.title}</span>
                  <span className="block text-xs text-muted">
                    {[...line.options.map(({ value }) => value), line.sku].join(' · ')}
                  </span>
                  {progress === '' ? null : <span className="block text-xs">{progress}</span>}
                </td>
                <td className="figures whitespace-nowrap py-2 pr-3 text-right text-muted">
                  {line.quantity} × {money(line.unitPrice)}
                </td>
                <td className="figures whitespace-nowrap py-2 text-right">{money(line.lineTotal)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <dl className="ml-auto grid w-full max-w-xs grid-cols-[1fr_auto] gap-x-6 gap-y-1 text-sm">
        {rows.map(([name, amount]) => (
          <Row key={name} name={name} amount={amount} />
        ))}
        <Row name="Total" amount={money(order.total)} isStrong />
        {order.taxIncluded.amount > 0 ? <Row name="Tax included" amount={money(order.taxIncluded)} /> : null}
        {order.refunded.amount > 0 ? (
          <>
            <Row name="Given back" amount={minus(order.refunded)} />
            <Row
              name="Kept"
              amount={money({ ...order.paid, amount: order.paid.amount - order.refunded.amount })}
              isStrong
            />
          </>
        ) : null}
      </dl>
      <OrderTaxes order={order} />
    </Section>
  );
}

function Row({ name, amount, isStrong = false }: { name: string; amount: string; isStrong?: boolean }) {
  return (
    <>
      <dt className={isStrong ? 'font-semibold' : 'text-muted'}>{name}</dt>
      <dd className={`figures text-right ${isStrong ? 'font-semibold' : ''}`}>{amount}</dd>
    </>
  );
}
