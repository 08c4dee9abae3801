'use client';

import en from '@/messages/en.json';
import { Document } from './components/document';
import { DEFAULT_MARKET } from './components/market/markets';
import { createTranslate } from './components/text/translate';
import { Button } from './components/ui/button';

const t = createTranslate({ error: en.error, common: en.common }, DEFAULT_MARKET.locale);

/** When not even the frame of the shop could be made. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <Document language={DEFAULT_MARKET.language}>
      <title>{t('error.title')}</title>
      <main className="frame grid justify-items-start gap-6 py-16 md:py-28">
        <h1 className="display text-display">{t('error.title')}</h1>
        <p className="max-w-[38rem] text-lg">{t('error.text')}</p>
        <Button kind="act" onClick={retry}>
          {t('common.tryAgain')}
        </Button>
        {digest ? <p className="text-sm text-muted">{t('error.support', { id: digest })}</p> : null}
      </main>
    </Document>
  );
}
