import { RetryAfterError } from 'inngest';
import type { MailOutcome } from '@/lib/notifications/model';

const ASK_AGAIN_MS = 35_000;

/**
 * The whole of a run that sends one mail. It is no step of its own: a mail is sent once by its row, whose key names it, so a step's
 * memory would add nothing but a second call of the engine, half of what a mail costs. One that another run is sending, or died
 * sending, is looked at again after its lease.
 */
export async function runMail(send: () => Promise<MailOutcome>): Promise<MailOutcome> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof Error && error.name === 'MailInFlight') {
      throw new RetryAfterError(error.message, ASK_AGAIN_MS, { cause: error });
    }
    throw error;
  }
}
