'use client';

import { useText } from '@/app/components/text/text-provider';
import type { Order } from '@/lib/orders/model';

/** Where an order goes, and where its news does. */
export function Recipient({ order }: { order: Order }) {
  const { market, t } = useText();
  const { name, line1, line2, city, region, postalCode, country } = order.shippingAddress;
  const countryName = new Intl.DisplayNames(market.locale, { type: 'region' }).of(country) ?? country;
  const rows = [name, line1, line2, [city, region, postalCode].filter(Boolean).join(' '), countryName];
  return (
    <dl className="grid gap-4 border-t border-line pt-4 text-sm sm:grid-cols-2">
      <div className="grid content-start gap-1">
        <dt className="text-muted">{t('order.sentTo')}</dt>
        <dd className="whitespace-pre-line">{rows.filter(Boolean).join('\n')}</dd>
      </div>
      <div className="grid content-start gap-1">
        <dt className="text-muted">{t('order.email')}</dt>
        <dd className="break-all">{order.email}</dd>
      </div>
    </dl>
  );
}
