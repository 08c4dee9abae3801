import { query } from '@/db/client';
import { newId, type OrderId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { formatDecimal } from '@/lib/kernel/money';
import type { ExportOrdersInput } from './input';
import { listOrders } from './list-orders';
import type { ListedOrder } from './model';

const PAGE = 500;
const COLUMNS = [
  ...['id', 'number', 'placed_at', 'status', 'fulfilment', 'email', 'name', 'city', 'country', 'units'],
  ...['currency', 'subtotal', 'discount', 'shipping', 'tax', 'total', 'shipping_method'],
];

/**
 * All orders that the filters let through, newest first, as CSV: read a page at a time, as fast as somebody takes it in, so that neither
 * memory nor the database notices how many there are. That it was asked for is in the audit log: it takes people's addresses out.
 */
export async function exportOrders(
  filter: ExportOrdersInput,
  { actor, requestId }: WriteContext,
): Promise<ReadableStream<Uint8Array>> {
  const { query: _search, ...told } = filter;
  await query(
    'record_orders_export',
    `select record_audit($1::jsonb, 'orders.exported', 'orders', null, $2::jsonb)`,
    [JSON.stringify({ auditId: toUuid(newId('aud')), actor, requestId }), JSON.stringify(told)],
  );
  const encoder = new TextEncoder();
  let after: OrderId | undefined;
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(lineOf(COLUMNS))),
    pull: async (controller) => {
      const page = await listOrders({ ...filter, after, limit: PAGE });
      const text = page.items.map((order) => lineOf(cellsOf(order))).join('');
      if (text !== '') controller.enqueue(encoder.encode(text));
      // Of a page without orders there is nothing to wait for: an empty piece has the next one asked for.
      else if (page.nextCursor !== null) controller.enqueue(new Uint8Array(0));
      if (page.nextCursor === null) controller.close();
      else after = page.nextCursor;
    },
  });
}

function cellsOf(order: ListedOrder): string[] {
  const { shippingAddress: to } = order;
  return [
    ...[order.id, String(order.number), order.createdAt, order.status, order.fulfilment ?? ''],
    ...[order.email, to.name, to.city, to.country],
    String(order.lines.reduce((sum, { quantity }) => sum + quantity, 0)),
    order.total.currency,
    ...[order.subtotal, order.discount, order.shipping, order.tax, order.total].map(formatDecimal),
    order.shippingMethod ?? '',
  ];
}

/** RFC 4180. What a spreadsheet would take for a formula is made text: names and addresses come from strangers. */
function lineOf(cells: readonly string[]): string {
  const written = cells.map((cell) => {
    const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${written.join(',')}\r\n`;
}
