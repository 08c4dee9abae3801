import { inngest } from '@/inngest/client';
import { sendNotice } from '@/lib/notifications/send-notice';
import { log } from '@/lib/platform/log';
import { runMail } from './run-mail';

const HOUR = 'YYYY-MM-DDTHH'.length;
const MOST_WORDS = 300;

/**
 * A run that failed for good is in the log, and the owner hears of its function once an hour at most: a mail's key is function and
 * hour. The engine sends this event itself, and none for runs that it triggered.
 */
export const tellOfFailedJob = inngest.createFunction(
  {
    id: 'tell-of-failed-job',
    name: 'Tell the owner of a job that failed',
    triggers: [{ event: 'inngest/function.failed' }],
    retries: 6,
    concurrency: { limit: 2 },
  },
  async ({ event }) => {
    const data: Readonly<Record<string, unknown>> = event.data;
    const { name: kind, message } = (data.error ?? {}) as { name?: unknown; message?: unknown };
    const name = String(data.function_id);
    const run = String(data.run_id);
    const error = `${String(kind ?? 'Error')}: ${String(message ?? 'no words')}`.slice(0, MOST_WORDS);
    const hour = new Date(event.ts ?? Date.now()).toISOString().slice(0, HOUR);
    return runMail(async () => {
      log('error', 'job:failed', { function: name, run });
      return sendNotice({ kind: 'job-failed', name, run, error }, `${name}:${hour}`);
    });
  },
);
