import { inngest } from '@/inngest/client';
import { listStockLines } from '@/lib/inventory/list-stock-lines';
import { parseId } from '@/lib/kernel/ids';
import { sendNotice } from '@/lib/notifications/send-notice';
import { getLowStockThreshold } from '@/lib/shop/get-low-stock-threshold';
import { runMail } from './run-mail';

/** Tells the owner what sales have brought low; the event's id makes it one mail. */
export const tellOfLowStock = inngest.createFunction(
  {
    id: 'tell-of-low-stock',
    name: 'Tell the owner what is running low',
    triggers: [{ event: 'inventory/stock.low' }],
    retries: 6,
  },
  async ({ event }) => {
    const data: Readonly<Record<string, unknown>> = event.data;
    const given: unknown[] = Array.isArray(data.variantIds) ? data.variantIds : [];
    const ids = given.flatMap((id) => parseId('var', id) ?? []);
    return runMail(async () => {
      const [lines, threshold] = await Promise.all([listStockLines(ids), getLowStockThreshold()]);
      return lines.length === 0
        ? 'nobody'
        : sendNotice({ kind: 'low-stock', threshold, lines }, String(event.id));
    });
  },
);
