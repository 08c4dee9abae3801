import { inngest } from '@/inngest/client';
import type { CatalogEvents } from '@/lib/catalog/events';
import { fetchPictures } from '@/lib/catalog/fetch-pictures';
import { renderPictures } from '@/lib/catalog/render-pictures';
import type { ImportEvents } from '@/lib/imports/events';

const TRIGGER: keyof ImportEvents = 'imports/import.finished';
const UPLOADED: keyof CatalogEvents = 'catalog/picture.uploaded';
/** What one run does at most; the next minute's goes on. */
const MAX_ROUNDS = 60;

/**
 * Fetches and renders the pictures that lie elsewhere: when an import has ended, a picture was uploaded, and every minute whatever came by another way or
 * was put off. What is fetched is rendered before more is fetched, so storage never fills up. All that is known of a picture is
 * in its row: a step that runs twice does what is still to be done.
 */
export const fetchImages = inngest.createFunction(
  {
    id: 'fetch-images',
    name: 'Fetch and render pictures',
    triggers: [{ event: TRIGGER }, { event: UPLOADED }, { cron: '* * * * *' }],
    retries: 3,
    concurrency: { limit: 1 },
  },
  async ({ step }) => {
    let fetched = 0;
    let rendered = 0;
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const found = await step.run('fetch the next pictures', () => fetchPictures());
      for (let more = 1; more > 0; rendered += more) {
        more = await step.run('render the next pictures', () => renderPictures());
      }
      fetched += found;
      if (found === 0) break;
    }
    return { fetched, rendered };
  },
);
