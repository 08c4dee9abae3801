import { NonRetriableError } from 'inngest';
import { inngest } from '@/inngest/client';
import { type BookCheckId, parseId } from '@/lib/kernel/ids';
import { checkBooks, failBookCheck } from '@/lib/upkeep/check-books';
import { BOOKS, CHECK_REQUESTED } from '@/lib/upkeep/model';

/** Checks books because somebody asked. */
export const checkBooksOnRequest = inngest.createFunction(
  {
    id: 'check-books',
    name: 'Check the books',
    triggers: [{ event: CHECK_REQUESTED }],
    retries: 2,
    concurrency: { limit: 1 },
    onFailure: async ({ event, step }) => {
      const id = checkOf(event.data.event.data);
      await step.run('say that it failed', () => failBookCheck(id));
    },
  },
  async ({ event, step }) => {
    const data: Readonly<Record<string, unknown>> = event.data;
    const id = checkOf(data);
    const kind = BOOKS.find((books) => books === data.kind) ?? 'stock';
    const faults = await step.run(
      `check the books of ${kind}`,
      async () => (await checkBooks(kind, id)).length,
    );
    return { checkId: id, faults };
  },
);

function checkOf(data: Readonly<Record<string, unknown>>): BookCheckId {
  const id = parseId('chk', data.checkId);
  if (id === null) throw new NonRetriableError('The event names no check.');
  return id;
}
