import { addressLines } from '@/lib/kernel/address-lines';
import { findMarket } from '@/lib/kernel/markets';
import { formatMoney, type Money } from '@/lib/kernel/money';
import { type KeyOf, languageOf, type Speech, speaker } from '@/lib/kernel/speech';
import type { Settings } from '@/lib/shop/model';
import en from '@/messages/papers.en.json';
import fr from '@/messages/papers.fr.json';
import type { Order, OrderWork } from '../model';
import type { PaperCell, PaperColumn, PaperHead, PaperSum } from './paper';

/** What a paper is about. */
export type Printed = Order & OrderWork;

/** Whose paper it is. */
export type Sender = Pick<Settings, 'name' | 'address' | 'country' | 'timeZone'>;

/** All that stands on a paper, in the order's language. */
export type PaperContent = {
  readonly locale: string;
  readonly title: string;
  readonly head: PaperHead;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly PaperCell[])[];
  readonly sums: readonly PaperSum[];
  /** Below the sums. */
  readonly taxes?: {
    readonly columns: readonly PaperColumn[];
    readonly rows: readonly (readonly PaperCell[])[];
  };
};

type Key = KeyOf<typeof en>;

const speak = speaker<typeof en>({ en, fr });

/** How the buyer's market writes; without one, how their country does. */
function speechOf({ market, shippingAddress }: Printed): Speech<Key> {
  const locale = market === null ? undefined : findMarket(market)?.locale;
  return speak(languageOf(market ?? shippingAddress.country), locale);
}

/** What was bought, taxed, paid and given back, as it was computed when it was sold. */
export function invoiceOf(order: Printed, shop: Sender): PaperContent {
  const speech = speechOf(order);
  const { t, locale } = speech;
  const money = (amount: Money) => formatMoney(amount, locale);
  const minus = (amount: Money) => money({ ...amount, amount: -amount.amount });
  const rates = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 });
  const units = new Intl.NumberFormat(locale);
  return {
    ...opening(t('invoice.title'), order, shop, speech),
    columns: [
      { head: t('invoice.item'), share: 0.44 },
      { head: t('invoice.units'), share: 0.1, isFigure: true },
      { head: t('invoice.price'), share: 0.17, isFigure: true },
      { head: t('invoice.tax'), share: 0.11, isFigure: true },
      { head: t('invoice.total'), share: 0.18, isFigure: true },
    ],
    rows: order.lines.map((line) => [
      [line.title, detailOf([...optionsOf(line), line.sku])],
      [units.format(line.quantity)],
      [money(line.unitPrice)],
      [rates.format((unitsOf(order, line)?.taxRatePpm ?? 0) / 1_000_000)],
      [money(line.lineTotal)],
    ]),
    sums: [
      [t('invoice.subtotal'), money(order.subtotal)],
      ...when(order.discount, [
        order.discountCode ? t('invoice.discountOf', { code: order.discountCode }) : t('invoice.discount'),
        minus(order.discount),
      ]),
      [t('invoice.shipping'), money(order.shipping)],
      ...when(order.tax, [t('invoice.tax'), money(order.tax)]),
      [t('invoice.total'), money(order.total), 'strong'],
      ...when(order.taxIncluded, [t('invoice.taxIncluded'), money(order.taxIncluded)]),
      ...when(order.paid, [t('invoice.paid'), money(order.paid)]),
      ...when(order.refunded, [t('invoice.refunded'), minus(order.refunded)]),
    ],
    ...(order.tax.amount + order.taxIncluded.amount > 0 ? { taxes: taxesOf(order, speech, rates) } : {}),
  };
}

/** What is taxed at which rate; its amounts are the invoice's own total and tax. */
function taxesOf(order: Printed, { t, locale }: Speech<Key>, rates: Intl.NumberFormat) {
  const money = (amount: number) => formatMoney({ ...order.total, amount }, locale);
  return {
    columns: [
      { head: t('invoice.taxRate'), share: 0.4 },
      { head: t('invoice.net'), share: 0.2, isFigure: true },
      { head: t('invoice.tax'), share: 0.2, isFigure: true },
      { head: t('invoice.gross'), share: 0.2, isFigure: true },
    ],
    rows: order.taxes.map(({ ratePpm, net, tax, taxIncluded }): readonly PaperCell[] => {
      const both = tax.amount + taxIncluded.amount;
      return [
        [ratePpm === null ? t('invoice.shipping') : rates.format(ratePpm / 1_000_000)],
        [money(net.amount)],
        [money(both)],
        [money(net.amount + both)],
      ];
    }),
  };
}

/** What goes into the box: what is still to be sent, without prices; of an order that was sent, all of it. */
export function packingSlipOf(order: Printed, shop: Sender): PaperContent {
  const speech = speechOf(order);
  const { t } = speech;
  const isOpen = order.units.some(({ toSend }) => toSend > 0);
  return {
    ...opening(t('slip.title'), order, shop, speech),
    columns: [
      { head: t('slip.item'), share: 0.53 },
      { head: t('slip.sku'), share: 0.27 },
      { head: t('slip.here'), share: 0.2, isFigure: true },
    ],
    rows: order.lines.flatMap((line): (readonly PaperCell[])[] => {
      const units = isOpen ? (unitsOf(order, line)?.toSend ?? 0) : line.quantity;
      const counted = t('slip.units', { units, ordered: line.quantity });
      return units > 0 ? [[[line.title, detailOf(optionsOf(line))], [line.sku], [counted]]] : [];
    }),
    sums: [],
  };
}

/** Whose shop, which order, and where it goes. */
function opening(title: string, order: Printed, shop: Sender, { t, locale }: Speech<Key>) {
  const placed = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: shop.timeZone });
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(shop.country) ?? shop.country;
  return {
    locale,
    title: `${title} ${order.number}`,
    head: {
      shop: shop.name,
      shopLines: [...shop.address.split('\n'), country],
      title,
      // A number that is a name: not grouped.
      facts: [t('common.order', { number: String(order.number) }), placed.format(new Date(order.createdAt))],
      toLabel: t('common.to'),
      to: addressLines(order.shippingAddress, locale),
      ...(order.email === '' ? {} : { toDetail: order.email }),
    },
  };
}

const unitsOf = (order: Printed, { variantId }: Order['lines'][number]) =>
  order.units.find((units) => units.variantId === variantId);

const optionsOf = ({ options }: Order['lines'][number]) => options.map(({ value }) => value);

const detailOf = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');

const when = ({ amount }: Money, sum: PaperSum): PaperSum[] => (amount > 0 ? [sum] : []);
