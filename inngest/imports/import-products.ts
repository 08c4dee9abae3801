import { NonRetriableError } from 'inngest';
import { inngest } from '@/inngest/client';
import { abandonImport, continueImport, type ImportPart } from '@/lib/imports/continue-import';
import type { ImportEvents } from '@/lib/imports/events';
import { isNextImport } from '@/lib/imports/is-next-import';
import { type ImportId, parseId } from '@/lib/kernel/ids';

/** Reading a file of 25 MiB, which the first part does, takes longer; then it is one batch. */
const PART_MS = 6_000;
/** An import waits for hours behind large ones, and a run has a thousand steps. */
const PAUSES = ['2s', '3s', '5s', '10s', '15s'];
const LAST_PAUSE = '30s';
const TRIGGER: keyof ImportEvents = 'imports/import.requested';

/**
 * Imports an uploaded product CSV, part by part, one import of the shop at a time: two at once would only get into each other's way.
 * Each part goes on where the database says, so a step that runs twice imports nothing twice.
 */
export const importProducts = inngest.createFunction(
  {
    id: 'import-products',
    name: 'Import a product file',
    triggers: [{ event: TRIGGER }],
    retries: 5,
    concurrency: { limit: 1 },
    onFailure: async ({ event, step }) => {
      const id = importOf(event.data.event.data);
      await step.run('say that it failed', () =>
        abandonImport(id, 'The import was given up after several attempts.'),
      );
    },
  },
  async ({ event, step }) => {
    const id = importOf(event.data);
    // A limit of concurrency counts steps: between the parts of one import the engine would do parts of others.
    for (let looks = 0; ; looks += 1) {
      if (await step.run('see whether it is its turn', () => isNextImport(id))) break;
      await step.sleep('wait for its turn', PAUSES[looks] ?? LAST_PAUSE);
    }
    let other: ImportPart['other'] = null;
    for (;;) {
      const part: ImportPart = await step.run('import the next products', () =>
        continueImport(id, { budgetMs: PART_MS, other }),
      );
      if (part.state === 'over') return { importId: id };
      if (part.state === 'waiting') await step.sleep('let the other run go first', '5s');
      other = part.other;
    }
  },
);

function importOf(data: Readonly<Record<string, unknown>>): ImportId {
  const id = parseId('imp', data.importId);
  if (id === null) throw new NonRetriableError('The event names no import.');
  return id;
}
