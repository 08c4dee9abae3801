import { inngest } from '@/inngest/client';
import { sendNotice } from '@/lib/notifications/send-notice';
import { checkBooks } from '@/lib/upkeep/check-books';
import { FORGOTTEN, forgetOld } from '@/lib/upkeep/forget-old';

const DAY = 'YYYY-MM-DD'.length;

/**
 * What a shop does at night: see that its books balance, and forget what nobody will ask for. Each is a step of its own, so that
 * one that fails does not have the others done again.
 */
export const keepHouseNightly = inngest.createFunction(
  {
    id: 'keep-house-nightly',
    name: 'Check the books, forget what is old',
    triggers: [{ cron: '40 3 * * *' }],
    retries: 3,
  },
  async ({ event, step, runId }) => {
    const stock = await step.run('check the books of stock', () => checkBooks('stock'));
    const money = await step.run('check the books of money', () => checkBooks('money'));
    const faults = [...stock, ...money];
    if (faults.length > 0) {
      const night = event.ts === undefined ? runId : new Date(event.ts).toISOString().slice(0, DAY);
      await step.run('tell the owner', () => sendNotice({ kind: 'books-broken', faults }, night));
    }
    for (const what of FORGOTTEN) await step.run(`forget ${what}`, () => forgetOld(what));
    return { faults: faults.length };
  },
);
