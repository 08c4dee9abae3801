import { NonRetriableError } from 'inngest';
import { inngest } from '@/inngest/client';
import { continueStockTake } from '@/lib/inventory/apply-stock-take';
import { TAKE_REQUESTED } from '@/lib/inventory/model';
import { parseId } from '@/lib/kernel/ids';

/** Far below what a step may take. */
const PART_MS = 5_000;

/** Takes a count of the shelves over into the stock, part by part: a part that runs twice takes nothing over twice. */
export const applyStockTakeOnRequest = inngest.createFunction(
  {
    id: 'apply-stock-take',
    name: 'Take a count over into the stock',
    triggers: [{ event: TAKE_REQUESTED }],
    retries: 5,
    concurrency: { limit: 1 },
  },
  async ({ event, step }) => {
    const data: Readonly<Record<string, unknown>> = event.data;
    const id = parseId('take', data.takeId);
    if (id === null) throw new NonRetriableError('The event names no count.');
    for (;;) {
      const isOver = await step.run('take the next lines over', () => continueStockTake(id, PART_MS));
      if (isOver) return { takeId: id };
    }
  },
);
