import type { OrderId } from '@/lib/kernel/ids';
import { getSettings } from '@/lib/shop/queries';
import { openPaper } from './internal/paper';
import { invoiceOf, type PaperContent, type Printed, packingSlipOf } from './internal/paper-content';
import { findOrder, findOrderWork } from './queries';

/** An order with what its papers tell; null when there is none. */
export async function findPrintedOrder(id: OrderId): Promise<Printed | null> {
  const [order, work] = await Promise.all([findOrder(id), findOrderWork(id)]);
  return order === null || work === null ? null : { ...order, ...work };
}

/** The invoice of an order as PDF, in the language that its buyer shops in. */
export const printInvoice = async (order: Printed): Promise<Uint8Array> =>
  draw(invoiceOf(order, await getSettings()));

/** What goes into the box as PDF, in the language that its buyer shops in. */
export const printPackingSlip = async (order: Printed): Promise<Uint8Array> =>
  draw(packingSlipOf(order, await getSettings()));

async function draw({ locale, title, head, columns, rows, sums, taxes }: PaperContent): Promise<Uint8Array> {
  const paper = await openPaper(title, locale);
  paper.head(head);
  paper.table(columns, rows);
  paper.sums(sums);
  if (taxes) paper.table(taxes.columns, taxes.rows);
  return paper.close();
}
