'use client';

import type { ReactNode } from 'react';
import { useText } from '@/app/components/text/text-provider';
import { formatMoney, type Money } from '@/lib/kernel/money';
import type { Totals } from '@/lib/orders/model';

/** The money of an order or a quote, row by row. Without totals only the subtotal is known. */
export function TotalsTable({
  totals,
  subtotal,
}: {
  totals: Omit<Totals, 'lines' | 'shippingMethod'> | undefined;
  subtotal: Money;
}) {
  const { market, t } = useText();
  const format = (money: Money) => formatMoney(money, market.locale);
  return (
    <dl className="figures grid gap-2 border-t border-line pt-4">
      <Row name={t('totals.subtotal')}>{format(subtotal)}</Row>
      <Row name={t('totals.shipping')}>
        {totals === undefined
          ? t('totals.unknown')
          : totals.shipping.amount === 0
            ? t('totals.free')
            : format(totals.shipping)}
      </Row>
      {totals && totals.taxIncluded.amount > 0 && totals.tax.amount === 0 ? null : (
        <Row name={t('totals.tax')}>{totals ? format(totals.tax) : t('totals.unknown')}</Row>
      )}
      {totals && totals.discount.amount > 0 ? (
        <Row name={t('totals.discount')}>−{format(totals.discount)}</Row>
      ) : null}
      <div className="flex items-baseline justify-between border-t border-ink pt-3 text-lg font-semibold">
        <dt>{t('totals.total')}</dt>
        <dd aria-live="polite">{totals ? format(totals.total) : t('totals.unknown')}</dd>
      </div>
      {totals && totals.taxIncluded.amount > 0 ? (
        <p className="text-sm text-muted">
          {t('totals.taxIncluded', { amount: format(totals.taxIncluded) })}
        </p>
      ) : null}
    </dl>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between">
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
