import { LOCALE, money } from '@/app/(merchant)/_ui/format';
import type { OrderDetail } from './order';

const RATES = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 4 });

/** Which part of the total is taxed at which rate, as the invoice tells it; nothing where there is no tax. */
export function OrderTaxes({ order }: { order: OrderDetail }) {
  if (order.tax.amount + order.taxIncluded.amount === 0) return null;
  return (
    <table className="ml-auto w-full max-w-xs text-sm" aria-label="Tax by rate">
      <thead className="text-muted">
        <tr className="border-b border-line">
          <th scope="col" className="py-1 text-left font-normal">
            Tax rate
          </th>
          <th scope="col" className="py-1 pr-3 text-right font-normal">
            Net
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            Tax
          </th>
        </tr>
      </thead>
      <tbody>
        {order.taxes.map(({ ratePpm, net, tax, taxIncluded }) => (
          <tr key={ratePpm}>
            <th scope="row" className="figures py-0.5 pr-3 text-left font-normal">
              {ratePpm === null ? 'Shipping' : RATES.format(ratePpm / 1_000_000)}
            </th>
            <td className="figures whitespace-nowrap py-0.5 pr-3 text-right">{money(net)}</td>
            <td className="figures whitespace-nowrap py-0.5 text-right">
              {money({ ...tax, amount: tax.amount + taxIncluded.amount })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
