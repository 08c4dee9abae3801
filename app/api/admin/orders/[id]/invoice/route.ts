import * as contract from '@/app/api/_contract/order-papers';
import { refuse } from '@/app/api/_edge/operation';
import { replyWithPaper } from '@/app/api/_edge/order-paper';
import { handle, serve } from '@/app/api/_edge/route';
import { findPrintedOrder, printInvoice } from '@/lib/orders/print-order';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.downloadInvoice, async ({ params }) => {
    const order = await findPrintedOrder(params.id);
    if (order === null) return refuse('order-not-found');
    return replyWithPaper(`invoice-${order.number}`, await printInvoice(order));
  }),
);
