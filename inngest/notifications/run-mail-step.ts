import { RetryAfterError } from 'inngest';
import type { MailOutcome } from '@/lib/notifications/model';

type Step = { readonly run: (id: string, work: () => Promise<MailOutcome>) => Promise<unknown> };

const ASK_AGAIN_MS = 35_000;

/** The one step of a mail. One that another run is sending, or died sending, is looked at again after its lease. */
export function runMailStep(step: Step, send: () => Promise<MailOutcome>): Promise<unknown> {
  return step.run('send', async () => {
    try {
      return await send();
    } catch (error) {
      if (error instanceof Error && error.name === 'MailInFlight') {
        throw new RetryAfterError(error.message, ASK_AGAIN_MS, { cause: error });
      }
      throw error;
    }
  });
}
