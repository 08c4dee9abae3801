import { listAddresses } from '@/lib/customers/list-addresses';
import type { Profile } from '@/lib/customers/model';
import type { CustomerId, MailId, OrderId } from '@/lib/kernel/ids';
import { listMailsAbout, listMailsTo } from '@/lib/notifications/list-own-mails';
import { listOrdersOf } from '@/lib/orders/list-orders-of';

type Owner = { readonly id: CustomerId; readonly email: string };

const ORDERS_AT_ONCE = 50;
const MAILS_AT_ONCE = 100;

/**
 * All that the shop has of a customer, as one JSON document in parts: two statements for every 50 orders, one for every 100 mails, and
 * never more of it in memory than that.
 */
export async function* ownData(customer: Owner, profile: Profile): AsyncGenerator<string> {
  const head = { customerId: customer.id, ...profile };
  yield `{\n"account": ${JSON.stringify(head)},\n"addresses": ${JSON.stringify(await listAddresses(customer.id))}`;
  yield ',\n"orders": [';
  yield* joined(ordersOf(customer));
  yield '],\n"mails": [';
  yield* joined(mailsTo(customer.email, profile.formerEmails));
  yield ']\n}\n';
}

async function* ordersOf(customer: Owner): AsyncGenerator<unknown[]> {
  for (let after: OrderId | undefined; ; ) {
    const { items, nextCursor } = await listOrdersOf(customer, { limit: ORDERS_AT_ONCE, after });
    const mails = items.length === 0 ? [] : await listMailsAbout(items.map(({ id }) => id));
    yield items.map((order) => ({ ...order, mails: mails.filter(({ orderId }) => orderId === order.id) }));
    if (nextCursor === null) return;
    after = nextCursor;
  }
}

async function* mailsTo(email: string, former: Profile['formerEmails']): AsyncGenerator<readonly unknown[]> {
  for (let after: MailId | undefined; ; ) {
    const { items, nextCursor } = await listMailsTo(email, former, { limit: MAILS_AT_ONCE, after });
    yield items;
    if (nextCursor === null) return;
    after = nextCursor;
  }
}

async function* joined(pages: AsyncGenerator<readonly unknown[]>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const page of pages) {
    const text = page.map((item) => JSON.stringify(item)).join(',\n');
    if (text === '') continue;
    yield `${isFirst ? '\n' : ',\n'}${text}`;
    isFirst = false;
  }
}
