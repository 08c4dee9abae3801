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
  const words = await wordsOf(about, order, speech);
  if (words === null) return 'nobody';

  const { shop, from } = await getMailSender();
  const token = await orderToken(order.id);
  const title = speech.t(`${about.kind}.title`);
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
    case 'order-shipped':
      return { subject: t('order-shipped.subject', { number }), ...(await parcelOf(order.id, speech)) };
    case 'order-part-shipped': {
      const parcel = (await findOrderWork(order.id))?.parcels.find(({ id }) => id === fulfilmentId);
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

/** What is known of the parcel: nothing, or a carrier, a number, and where to follow it. */
async function parcelOf(orderId: OrderId, speech: Speech): Promise<Pick<Words, 'paragraphs' | 'tracking'>> {
  const events = await listOrderEvents(orderId);
  const data = events.findLast(({ kind }) => kind === 'fulfilled')?.data ?? {};
  const text = (name: string) => (typeof data[name] === 'string' ? (data[name] as string) : undefined);
  const parcel = {
    carrier: text('carrier') ?? null,
    trackingNumber: text('trackingNumber') ?? null,
    trackingUrl: text('trackingUrl') ?? null,
  };
  const told = tellParcel(parcel, speech);
  return { ...told, paragraphs: [speech.t('order-shipped.text'), ...told.paragraphs] };
}

function tellParcel(
  { carrier, trackingNumber, trackingUrl }: Pick<Parcel, 'carrier' | 'trackingNumber' | 'trackingUrl'>,
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
