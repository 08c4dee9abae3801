import type { OrderId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET, findMarket, pathIn } from '@/lib/kernel/markets';
import { formatMoney } from '@/lib/kernel/money';
import type { Order, Parcel } from '@/lib/orders/model';
import { orderToken } from '@/lib/orders/order-token';
import {
  findOrder,
  findOrderMarket,
  findOrderWork,
  isBuyersAddress,
  listOrderEvents,
} from '@/lib/orders/queries';
import { findRefund } from '@/lib/payments/find-refund';
import { env } from '@/lib/platform/env';
import { getMailSender } from '@/lib/shop/get-mail-sender';
import { deliverMail, type Send } from './internal/deliver-mail';
import { OrderMail } from './internal/mails/order-mail';
import { renderMail } from './internal/render-mail';
import { languageOf, type Speech, speak } from './internal/texts';
import type { MailOutcome, OrderMailAbout } from './model';

/**
 * Tells an order's buyer what happened to it, once however often it is asked for: the key is the order (or the refund) and the
 * kind. The link to the order carries its token behind the #, as checkout's own pages do: it reaches no server's log.
 */
export async function sendOrderMail(about: OrderMailAbout, send?: Send): Promise<MailOutcome> {
  const order = await findOrder(about.orderId);
  if (order === null || !order.email.includes('@')) return 'nobody';
  const code = await findOrderMarket(order.id);
  const speech = speak(languageOf(code ?? order.shippingAddress.country));
  const kind = kindNow(about, order);
  const words = await wordsOf({ ...about, kind }, order, speech);
  if (words === null) return 'nobody';

  const { shop, from } = await getMailSender();
  const token = await orderToken(order.id);
  const title = speech.t(`${kind}.title`);
  const body = await renderMail(
    OrderMail({
      speech,
      shop,
      order,
      title,
      ...words,
      orderUrl: `${env().PUBLIC_URL}${pathIn(marketOf(code), `/orders/${order.id}`)}#${token}`,
    }),
  );
  const mail = {
    key: [
      about.kind,
      about.refundId ?? about.fulfilmentId ?? order.id,
      ...(about.again ? [about.again] : []),
    ].join(':'),
    kind: about.kind,
    orderId: order.id,
    to: order.email,
    from,
    language: speech.language,
    subject: words.subject,
    ...body,
    secrets: [token],
    isStillFor: () => isBuyersAddress(order.id, order.email),
  };
  return deliverMail(mail, send);
}

/** One that the shop does not know, any more or yet, has no pages to link to. */
const marketOf = (code: string | null) => (code === null ? null : findMarket(code)) ?? DEFAULT_MARKET;

/** Another parcel was taken back meanwhile: the one that was the last is a part. */
const kindNow = ({ kind }: OrderMailAbout, { status }: Order) =>
  kind === 'order-shipped' && status === 'paid' ? 'order-part-shipped' : kind;

type Words = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly tracking?: { readonly text: string; readonly url: string } | undefined;
};

async function wordsOf(
  { kind, refundId, fulfilmentId }: OrderMailAbout,
  order: Order,
  speech: Speech,
): Promise<Words | null> {
  const { t, locale } = speech;
  const number = String(order.number);
  switch (kind) {
    case 'order-confirmation':
      return {
        subject: t('order-confirmation.subject', { number }),
        paragraphs: [t('order-confirmation.text', { total: formatMoney(order.total, locale) })],
      };
    case 'order-shipped': {
      const parcel = await lastParcelOf(order.id, fulfilmentId);
      if (parcel === null) return null;
      const { paragraphs, tracking } = tellParcel(parcel, speech);
      return {
        subject: t('order-shipped.subject', { number }),
        paragraphs: [t('order-shipped.text'), ...paragraphs],
        tracking,
      };
    }
    case 'order-part-shipped': {
      const parcel = await findParcel(order.id, fulfilmentId);
      // It was taken back.
      if (parcel === undefined) return null;
      const titles = new Map(order.lines.map(({ variantId, title }) => [variantId, title]));
      const lines = parcel.lines.map(({ variantId, quantity }) =>
        t('order-part-shipped.line', { count: quantity, title: titles.get(variantId) ?? '' }),
      );
      const { paragraphs, tracking } = tellParcel(parcel, speech);
      return {
        subject: t('order-part-shipped.subject', { number }),
        paragraphs: [t('order-part-shipped.text'), ...lines, ...paragraphs],
        tracking,
      };
    }
    case 'order-cancelled': {
      const wasPaid = order.payment.status === 'succeeded';
      return {
        subject: t('order-cancelled.subject', { number }),
        paragraphs: [t(wasPaid ? 'order-cancelled.textPaid' : 'order-cancelled.text')],
      };
    }
    case 'order-refunded':
    case 'late-payment-refunded': {
      const refund = refundId === undefined ? null : await findRefund(refundId);
      if (refund === null || refund.orderId !== order.id) return null;
      const amount = formatMoney(refund.amount, locale);
      return {
        subject: t(`${kind}.subject`, { number, amount }),
        paragraphs: [t(`${kind}.text`, { amount })],
      };
    }
  }
}

type Tracked = Pick<Parcel, 'carrier' | 'trackingNumber' | 'trackingUrl'>;

const findParcel = async (orderId: OrderId, parcelId: string | undefined): Promise<Parcel | undefined> =>
  (await findOrderWork(orderId))?.parcels.find(({ id }) => id === parcelId);

/**
 * What is known of the parcel that was the last, as it is now: nothing, or a carrier, a number, and where to follow it. Null: it was
 * taken back. Orders that were sent before parcels had names tell of theirs in the history alone.
 */
async function lastParcelOf(orderId: OrderId, fulfilmentId: string | undefined): Promise<Tracked | null> {
  const events = await listOrderEvents(orderId);
  const told = events.findLast(({ kind }) => kind === 'fulfilled')?.data ?? {};
  const text = (name: string) => (typeof told[name] === 'string' ? (told[name] as string) : null);
  const parcelId = fulfilmentId ?? text('fulfilmentId');
  if (parcelId !== null) return (await findParcel(orderId, parcelId)) ?? null;
  return {
    carrier: text('carrier'),
    trackingNumber: text('trackingNumber'),
    trackingUrl: text('trackingUrl'),
  };
}

function tellParcel(
  { carrier, trackingNumber, trackingUrl }: Tracked,
  { t }: Speech,
): Pick<Words, 'paragraphs' | 'tracking'> {
  return {
    paragraphs: [
      ...(carrier === null ? [] : [t('order-shipped.carrier', { carrier })]),
      ...(trackingNumber === null ? [] : [t('order-shipped.tracking', { tracking: trackingNumber })]),
    ],
    // Mail programs follow what we give them: nothing but the web.
    tracking:
      trackingUrl !== null && /^https?:\/\//i.test(trackingUrl)
        ? { text: t('order-shipped.track'), url: trackingUrl }
        : undefined,
  };
}
