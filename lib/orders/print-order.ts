import type { OrderId } from '@/lib/kernel/ids';
import { formatMoney, type Money } from '@/lib/kernel/money';
import { getSettings } from '@/lib/shop/queries';
import { openPaper, type Paper, type PaperCell } from './internal/paper';
import type { Order, OrderWork } from './model';
import { findOrder, findOrderWork } from './queries';

/** What a paper is about. */
export type Printed = Order & OrderWork;

const LOCALE = 'en-US';
const COUNTRIES = new Intl.DisplayNames(LOCALE, { type: 'region' });
const money = (amount: Money) => formatMoney(amount, LOCALE);
const minus = (amount: Money) => money({ ...amount, amount: -amount.amount });

/** An order with what its papers tell; null when there is none. */
export async function findPrintedOrder(id: OrderId): Promise<Printed | null> {
  const [order, work] = await Promise.all([findOrder(id), findOrderWork(id)]);
  return order === null || work === null ? null : { ...order, ...work };
}

/** The invoice of an order as PDF: what was bought, taxed, paid and given back, as it was computed when it was sold. */
export async function printInvoice(order: Printed): Promise<Uint8Array> {
  const paper = await open('Invoice', order);
  paper.table(
    [
      { head: 'Item', share: 0.46 },
      { head: 'Units', share: 0.1, isFigure: true },
      { head: 'Price', share: 0.16, isFigure: true },
      { head: 'Tax', share: 0.1, isFigure: true },
      { head: 'Total', share: 0.18, isFigure: true },
    ],
    order.lines.map((line) => {
      const units = order.units.find(({ variantId }) => variantId === line.variantId);
      return [
        [line.title, itemDetail(line)],
        [String(line.quantity)],
        [money(line.unitPrice)],
        [`${(units?.taxRatePpm ?? 0) / 10_000}%`],
        [money(line.lineTotal)],
      ];
    }),
  );
  paper.sums([
    ['Subtotal', money(order.subtotal)],
    ...(order.discount.amount > 0
      ? [[`Discount${order.discountCode ? ` ${order.discountCode}` : ''}`, minus(order.discount)] as const]
      : []),
    ['Shipping', money(order.shipping)],
    ...(order.tax.amount > 0 ? [['Tax', money(order.tax)] as const] : []),
    ['Total', money(order.total), 'strong'],
    ...(order.taxIncluded.amount > 0 ? [['Tax included', money(order.taxIncluded)] as const] : []),
    ...(order.paid.amount > 0 ? [['Paid', money(order.paid)] as const] : []),
    ...(order.refunded.amount > 0 ? [['Given back', minus(order.refunded)] as const] : []),
  ]);
  return paper.close();
}

/** What goes into the box: what is still to be sent, without prices; of an order that was sent, all of it. */
export async function printPackingSlip(order: Printed): Promise<Uint8Array> {
  const paper = await open('Packing slip', order);
  const isOpen = order.units.some(({ toSend }) => toSend > 0);
  const rows = order.lines.flatMap((line): (readonly PaperCell[])[] => {
    const units = order.units.find(({ variantId }) => variantId === line.variantId);
    const many = isOpen ? (units?.toSend ?? 0) : line.quantity;
    return many > 0 ? [[[line.title, itemDetail(line)], [line.sku], [`${many} of ${line.quantity}`]]] : [];
  });
  paper.table(
    [
      { head: 'Item', share: 0.55 },
      { head: 'SKU', share: 0.27 },
      { head: 'In this parcel', share: 0.18, isFigure: true },
    ],
    rows,
  );
  return paper.close();
}

const itemDetail = ({ options, sku }: Order['lines'][number]) =>
  [...options.map(({ value }) => value), sku].filter((part) => part !== '').join(' · ');

/** A paper with its head: whose shop, which order, and where it goes. */
async function open(title: string, order: Printed): Promise<Paper> {
  const shop = await getSettings();
  const placed = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: shop.timeZone });
  const { name, line1, line2, postalCode, city, region, country } = order.shippingAddress;
  const paper = await openPaper(`${title} ${order.number}`);
  paper.head({
    shop: shop.name,
    shopLines: [...shop.address.split('\n'), COUNTRIES.of(shop.country) ?? shop.country],
    title,
    facts: [`Order ${order.number}`, placed.format(new Date(order.createdAt))],
    to: [
      name,
      line1,
      line2,
      [postalCode, city].filter(Boolean).join(' '),
      region,
      COUNTRIES.of(country) ?? country,
    ]
      .map((text) => text ?? '')
      .filter((text) => text !== ''),
    ...(order.email === '' ? {} : { toDetail: order.email }),
  });
  return paper;
}
