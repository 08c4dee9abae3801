'use client';

import { useEffect, useState } from 'react';
import { useText } from '@/app/components/text/text-provider';

/** How long the items are still held. The seconds are for the eye only; a screen reader is told the time of day once. */
export function Hold({
  expiresAt,
  clockLagMs,
  isPaying,
}: {
  expiresAt: string;
  clockLagMs: number;
  isPaying: boolean;
}) {
  const { market, t } = useText();
  const ends = Date.parse(expiresAt) - clockLagMs;
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, Math.ceil((ends - nowMs) / 1_000));
  const time = new Intl.DateTimeFormat(market.locale, { timeStyle: 'short' }).format(ends);
  if (isPaying) return null;
  return (
    <div className="flex items-start justify-between gap-8">
      <div className="grid gap-1">
        <p className="text-lg font-medium">{t('order.held')}</p>
        <p className="max-w-[32rem] text-muted">
          {left > 0 ? t('order.heldText', { time }) : t('order.heldOver')}
        </p>
      </div>
      <p aria-hidden="true" className="figures display text-display">
        {Math.floor(left / 60)}:{String(left % 60).padStart(2, '0')}
      </p>
    </div>
  );
}
