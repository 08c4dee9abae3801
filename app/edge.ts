import { releaseDueHolds } from '@/lib/orders/release-due-holds';
import { settleDuePayments } from '@/lib/payments/settle-due-payments';
import { settleDueRefunds } from '@/lib/payments/settle-due-refunds';
import { describeError, logEveryMinute } from '@/lib/platform/log';

const SWEEP_EVERY_MS = 2_000;

/**
 * What an edge instance does beside answering: expire what is due and settle what is in doubt. Every instance does it;
 * the work is shared by row locks, so more instances never do it twice.
 */
export function startBackground(): { stop(): Promise<void> } {
  let isStopping = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();

  const sweep = async () => {
    for (const task of [settleDuePayments, settleDueRefunds, releaseDueHolds]) {
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
