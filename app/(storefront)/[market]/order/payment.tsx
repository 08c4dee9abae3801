'use client';

import { type FormEvent, useRef, useState } from 'react';
import { type ApiProblem, callApi } from '@/app/components/api/call-api';
import type { OwnOrder } from '@/app/components/orders/stored-orders';
import { problemText } from '@/app/components/problem-text';
import { useText } from '@/app/components/text/text-provider';
import { Notice } from '@/app/components/ui/notice';
import { SubmitButton } from '@/app/components/ui/submit-button';
import { formatMoney } from '@/lib/kernel/money';
import type { PayOrderInput } from '@/lib/payments/input';

type Props = { order: OwnOrder; onOrder: (order: OwnOrder) => void; onLook: () => void };

type TestMethod = PayOrderInput['method'];

const TEST_METHODS: readonly TestMethod[] = ['test_ok', 'test_declined', 'test_timeout'];

/** Longer than the shop gives its bank. */
const TIMEOUT_MS = 20_000;

/** Paying with the built-in test provider: one chooses what its bank does. */
export function Payment({ order, onOrder, onLook }: Props) {
  const { market, t } = useText();
  const [method, setMethod] = useState<TestMethod>('test_ok');
  const [isPaying, setIsPaying] = useState(false);
  const [refused, setRefused] = useState<{ problem: ApiProblem; order: OwnOrder }>();
  const said = useRef<HTMLDivElement>(null);

  async function pay(event: FormEvent) {
    event.preventDefault();
    if (isPaying) return;
    setIsPaying(true);
    setRefused(undefined);
    const answer = await callApi<OwnOrder>(`/api/orders/${order.id}/payment`, {
      method: 'POST',
      body: { token: order.token, method },
      timeoutMs: TIMEOUT_MS,
    });
    setIsPaying(false);
    if (answer.ok) return onOrder(answer.value);
    setRefused({ problem: answer.problem, order });
    said.current?.focus();
    // Whatever the answer was, the order knows better: it may be paid, in doubt or over.
    onLook();
  }

  const { status } = order.payment;
  // What was unclear is clear with the next look at the order.
  const isOutdated = refused !== undefined && isUnclear(refused.problem) && refused.order !== order;
  const code = isOutdated ? undefined : refused?.problem.code;
  if (!isPaying && (status === 'in-doubt' || status === 'processing')) {
    const key = status === 'in-doubt' ? 'inDoubt' : 'processing';
    return (
      <Notice role="status" title={t(`order.${key}`)}>
        <p>{t(`order.${key}Text`)}</p>
      </Notice>
    );
  }
  return (
    <section aria-labelledby="payment" className="grid gap-4 border-t border-line pt-8">
      <h2 id="payment" className="display text-title">
        {t('order.payment')}
      </h2>
      <div ref={said} tabIndex={-1} className="outline-none">
        {code === 'payment-declined' || (code === undefined && status === 'declined') ? (
          <Notice role="alert" title={t('order.declined')}>
            <p>{t('order.declinedText')}</p>
          </Notice>
        ) : (
          <PaymentProblem problem={isOutdated ? undefined : refused?.problem} />
        )}
      </div>
      <form onSubmit={pay} className="grid gap-6">
        <fieldset disabled={isPaying} className="grid gap-1">
          <legend className="mb-3">
            <span className="font-semibold">{t('order.testMode')}.</span> {t('order.testModeText')}
          </legend>
          {TEST_METHODS.map((value) => (
            <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3">
              <input
                type="radio"
                name="method"
                value={value}
                checked={method === value}
                onChange={() => setMethod(value)}
                className="size-5 accent-act"
              />
              {t(`order.${value}`)}
            </label>
          ))}
        </fieldset>
        <SubmitButton
          kind="act"
          aria-disabled={isPaying}
          className="figures w-full sm:w-auto sm:justify-self-start"
        >
          {isPaying ? t('order.paying') : t('order.pay', { total: formatMoney(order.total, market.locale) })}
        </SubmitButton>
      </form>
    </section>
  );
}

function isUnclear({ code }: ApiProblem): boolean {
  return ['payment-timeout', 'payment-in-progress', 'outcome-unknown', 'no-answer'].includes(code);
}

function PaymentProblem({ problem }: { problem: ApiProblem | undefined }) {
  const { t } = useText();
  // After invalid-transition the order's new status, which is on its way, says it all.
  if (problem === undefined || problem.code === 'invalid-transition') return null;
  if (isUnclear(problem)) {
    return (
      <Notice role="alert" title={t('order.unclear')}>
        <p>{t('order.unclearText')}</p>
      </Notice>
    );
  }
  return (
    <Notice role="alert" title={t('problem.title')}>
      <p>{problemText(problem, t)}</p>
    </Notice>
  );
}
