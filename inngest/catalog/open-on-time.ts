import { inngest } from '@/inngest/client';
import { openDueCollections, publishDueProducts } from '@/lib/catalog/publish-due';

/** What one run does at most; the next minute's goes on. */
const MAX_ROUNDS = 20;

/** Publishes products and opens collections whose time has come, within its minute. */
export const openOnTime = inngest.createFunction(
  {
    id: 'open-on-time',
    name: 'Publish what is due',
    triggers: [{ cron: '* * * * *' }],
    retries: 2,
    concurrency: { limit: 1 },
  },
  async ({ step }) => {
    let published = 0;
    let opened = 0;
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const products = await step.run('publish the next products', () => publishDueProducts());
      published += products.published;
      if (products.isOver) break;
    }
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const collections = await step.run('open the next collections', () => openDueCollections());
      opened += collections.opened;
      if (collections.isOver) break;
    }
    return { published, opened };
  },
);
