'use client';

import { useText } from '@/app/components/text/text-provider';
import type { PostalAddress } from '@/lib/customers/model';

/** An address as it stands on a parcel. */
export function AddressLines({ address }: { address: PostalAddress }) {
  const { market } = useText();
  const { name, line1, line2, city, region, postalCode, country } = address;
  const countryName = new Intl.DisplayNames(market.locale, { type: 'region' }).of(country) ?? country;
  const rows = [name, line1, line2, [city, region, postalCode].filter(Boolean).join(' '), countryName];
  return (
    <address className="whitespace-pre-line break-words not-italic">
      {rows.filter(Boolean).join('\n')}
    </address>
  );
}
