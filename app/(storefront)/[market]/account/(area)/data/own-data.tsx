'use client';

import { useText } from '@/app/components/text/text-provider';
import { AreaTitle } from '../area-title';
import { Download } from './download';
import { Erasure } from './erasure';

/** One's own data: to take away, and to take out. */
export function OwnData() {
  const { t } = useText();
  return (
    <>
      <AreaTitle text={t('account.dataText')}>{t('account.data')}</AreaTitle>
      <Download />
      <Erasure />
    </>
  );
}
