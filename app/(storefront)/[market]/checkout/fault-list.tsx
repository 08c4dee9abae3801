'use client';

import { useText } from '@/app/components/text/text-provider';
import { Notice } from '@/app/components/ui/notice';
import { FIELD_NAMES, type FieldName } from './draft';
import type { Faults } from './faults';

/** How many entries need another look, and the way to each. */
export function FaultList({ faults, onGo }: { faults: Faults; onGo: (name: FieldName) => void }) {
  const { t } = useText();
  const names = FIELD_NAMES.filter((name) => name !== 'shippingMethod' && faults[name] !== undefined);
  if (names.length === 0) return null;
  return (
    <Notice role="alert" title={t('checkout.check')}>
      <p>{t('checkout.checkText', { count: names.length })}</p>
      <ul className="flex flex-wrap gap-x-4">
        {names.map((name) => (
          <li key={name}>
            <button
              type="button"
              className="py-1.5 text-sm text-ink underline underline-offset-4"
              onClick={() => onGo(name)}
            >
              {name === 'shippingMethod' ? t('checkout.method') : t(`checkout.${name}`)}
            </button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
