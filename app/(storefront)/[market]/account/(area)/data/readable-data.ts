import type { Market } from '@/app/components/market/markets';
import type { OwnOrder } from '@/app/components/orders/stored-orders';
import type { Translate } from '@/app/components/text/translate';
import type { PostalAddress, Profile, SavedAddress } from '@/lib/customers/model';
import { formatMoney } from '@/lib/kernel/money';

type Mail = {
  readonly to: string | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly sentAt: string | null;
};

/** What `GET /api/account/data` answers. */
export type OwnDataFile = {
  readonly account: Profile;
  readonly addresses: readonly SavedAddress[];
  readonly orders: readonly (Omit<OwnOrder, 'token'> & { readonly mails: readonly Mail[] })[];
  readonly mails: readonly Mail[];
};

const STYLE = `:root { color-scheme: light dark } body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto;
padding: 0 1rem } section { border-top: 1px solid; margin-top: 2rem } pre { white-space: pre-wrap; font: inherit } td, th { text-align: left;
vertical-align: top; padding: 0.25rem 1rem 0.25rem 0 } td:last-child { text-align: right }`;

/** One's own data as a page that opens in any browser, now and in years. Made as a document, so that every text in it is text. */
export function readableData(data: OwnDataFile, shop: string, market: Market, t: Translate): string {
  const page = document.implementation.createHTMLDocument(t('account.file', { shop }));
  page.documentElement.lang = market.language;
  const day = new Intl.DateTimeFormat(market.locale, { dateStyle: 'long' });
  const time = new Intl.DateTimeFormat(market.locale, { dateStyle: 'long', timeStyle: 'short' });
  const on = (instant: string) => day.format(new Date(instant));

  const add = (parent: Element, tag: string, text = ''): HTMLElement => {
    const element = page.createElement(tag);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  const section = (title: string, isEmpty: boolean): HTMLElement => {
    const part = add(page.body, 'section');
    add(part, 'h2', title);
    if (isEmpty) add(part, 'p', t('account.fileNothing'));
    return part;
  };
  const addMail = (parent: Element, { subject, to, sentAt, text }: Mail) => {
    const mail = add(parent, 'details');
    const when = sentAt === null ? '' : time.format(new Date(sentAt));
    add(mail, 'summary', [subject, to, when].filter(Boolean).join(' – '));
    add(mail, 'pre', text ?? '');
  };

  const charset = page.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  page.head.prepend(charset);
  add(page.head, 'style', STYLE);
  add(page.body, 'h1', page.title);
  add(page.body, 'p', t('account.fileMade', { date: time.format(new Date()) }));

  const account = section(t('account.title'), false);
  for (const text of [data.account.name ?? '', data.account.email]) if (text !== '') add(account, 'p', text);
  add(account, 'p', t('account.fileSince', { date: on(data.account.createdAt) }));

  const addresses = section(t('account.addresses'), data.addresses.length === 0);
  for (const address of data.addresses) add(addresses, 'pre', linesOf(address));

  const orders = section(t('account.orders'), data.orders.length === 0);
  for (const order of data.orders) {
    add(orders, 'h3', t('account.orderOf', { number: String(order.number) }));
    add(orders, 'p', `${on(order.createdAt)} – ${t(`order.${order.status}`)} – ${order.email}`);
    const table = add(orders, 'table');
    const row = (name: string, value: string) => {
      const cells = add(table, 'tr');
      add(cells, 'td', name);
      add(cells, 'td', value);
    };
    for (const { title, options, quantity, lineTotal } of order.lines) {
      const name = [title, ...options.map(({ value }) => value)].join(', ');
      row(`${quantity} × ${name}`, formatMoney(lineTotal, market.locale));
    }
    row(t('totals.shipping'), formatMoney(order.shipping, market.locale));
    if (order.tax.amount > 0) row(t('totals.tax'), formatMoney(order.tax, market.locale));
    if (order.discount.amount > 0)
      row(t('totals.discount'), `−${formatMoney(order.discount, market.locale)}`);
    row(t('totals.total'), formatMoney(order.total, market.locale));
    add(orders, 'pre', linesOf(order.shippingAddress));
    for (const mail of order.mails) addMail(orders, mail);
  }

  const mails = section(t('account.fileMails'), data.mails.length === 0);
  for (const mail of data.mails) addMail(mails, mail);
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}

function linesOf({ name, line1, line2, city, region, postalCode, country }: PostalAddress): string {
  return [name, line1, line2, [city, region, postalCode].filter(Boolean).join(' '), country]
    .filter(Boolean)
    .join('\n');
}
