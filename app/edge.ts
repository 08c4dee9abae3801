import { SUBSCRIBED } from '@/inngest/subscriptions';
import { releaseDueHolds } from '@/lib/orders/release-due-holds';
import { deliverTestWebhooks } from '@/lib/payments/deliver-test-webhooks';
import { type DueWork, findDueWork } from '@/lib/payments/find-due-work';
import { processProviderEvents } from '@/lib/payments/process-provider-events';
import { settleDuePayments } from '@/lib/payments/settle-due-payments';
import { settleDueRefunds } from '@/lib/payments/settle-due-refunds';
import { forgetOldFences } from '@/lib/platform/fence';
import { describeError, logEveryMinute } from '@/lib/platform/log';
import { relayOutbox } from '@/lib/platform/outbox';

const SWEEP_EVERY_MS = 2_000;
const FORGET_EVERY_MS = 3_600_000;
const TASKS: Readonly<Record<keyof DueWork, () => Promise<unknown>>> = {
  events: processProviderEvents,
  payments: settleDuePayments,
  refunds: settleDueRefunds,
  holds: releaseDueHolds,
  deliveries: deliverTestWebhooks,
  outbox: () => relayOutbox(SUBSCRIBED, { leavesRush: true }),
};

/**
 * What an edge instance does beside answering: process what the payment provider told, settle what is in doubt, give back
 * what came too late, expire what is due, and send what a crash left in the outbox. Every instance does it; the work is shared by row locks, so more instances
 * never do it twice.
 */
export function startBackground(): { stop(): Promise<void> } {
  let isStopping = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();
  let forgetAt = 0;

  const attempt = async <T>(name: string, task: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await task();
    } catch (error) {
      // The next sweep tries again; a lost database must not end the instance.
      logEveryMinute('warn', `background:${name}`, { error: describeError(error) });
      return undefined;
    }
  };
  const sweep = async () => {
    const due = await attempt('find-due-work', findDueWork);
    for (const [name, task] of Object.entries(TASKS))
      if (due?.[name as keyof DueWork]) await attempt(name, task);
    if (performance.now() < forgetAt) return;
    forgetAt = performance.now() + FORGET_EVERY_MS;
    await attempt('forget-old-fences', forgetOldFences);
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
