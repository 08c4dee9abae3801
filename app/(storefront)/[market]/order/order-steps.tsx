'use client';

import { useText } from '@/app/components/text/text-provider';
import type { Order } from '@/lib/orders/model';

const STEPS = ['ordered', 'paid', 'sent'] as const;

/** How many steps are behind an order; of one that ended otherwise there is nothing to follow. */
const DONE: Partial<Record<Order['status'], number>> = {
  pending: 1,
  paid: 2,
  fulfilled: 3,
  partially_refunded: 2,
};

/** The way of an order and where on it it stands. */
export function OrderSteps({ order }: { order: Order }) {
  const { t } = useText();
  const done = DONE[order.status];
  if (done === undefined) return null;
  return (
    <ol className="grid grid-cols-3 gap-2 text-sm">
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={index === done ? 'step' : undefined}
          className={`border-t-2 pt-2 ${index < done ? 'border-ink' : 'border-line text-muted'}`}
        >
          {t(`order.steps.${step}`)}
          {index < done ? <span className="sr-only"> {t('order.steps.done')}</span> : null}
        </li>
      ))}
    </ol>
  );
}
