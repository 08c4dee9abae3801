import { releaseDueHolds } from '@/lib/orders/release-due-holds';
import { deliverTestWebhooks } from '@/lib/payments/deliver-test-webhooks';
import { processProviderEvents } from '@/lib/payments/process-provider-events';
import { settleDuePayments } from '@/lib/payments/settle-due-payments';
import { settleDueRefunds } from '@/lib/payments/settle-due-refunds';
import { forgetOldFences } from '@/lib/platform/fence';
import { describeError, logEveryMinute } from '@/lib/platform/log';

const SWEEP_EVERY_MS = 2_000;
const TASKS: readonly (() => Promise<unknown>)[] = [
  processProviderEvents,
  settleDuePayments,
  settleDueRefunds,
  releaseDueHolds,
  forgetOldFences,
  deliverTestWebhooks,
];

/**
 * What an edge instance does beside answering: process what the payment provider told, settle what is in doubt, give back
 * what came too late, and expire what is due. Every instance does it; the work is shared by row locks, so more instances
 * never do it twice.
 */
export function startBackground(): { stop(): Promise<void> } {
  let isStopping = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();

  const sweep = async () => {
    for (const task of TASKS) {
      try {
        await task();
      } catch (error) {
        // The next sweep tries again; a lost database must not end the instance.
        logEveryMinute('warn', `background:${task.name}`, { error: describeError(error) });
      }
    }
  };
  const schedule = () => {
    // Jitter keeps several instances from sweeping in step.
    timer = setTimeout(
      () => {
        running = sweep().then(() => {
          if (!isStopping) schedule();
        });
      },
      SWEEP_EVERY_MS * (0.75 + Math.random() / 2),
    );
  };
  schedule();

  return {
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await running;
    },
  };
}
