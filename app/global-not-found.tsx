import type { Metadata } from 'next';
import { Document } from './components/document';
import { DEFAULT_MARKET, pathIn } from './components/market/markets';
import { textOf } from './components/text/messages';
import { buttonClass } from './components/ui/button';

const t = textOf(DEFAULT_MARKET);

export const metadata: Metadata = { title: t('notFound.title') };

/** What lies outside every market: a plain page that needs no database. */
export default function GlobalNotFound() {
  return (
    <Document language={DEFAULT_MARKET.language}>
      <main className="frame grid justify-items-start gap-6 py-16 md:py-28">
        <h1 className="display text-display">{t('notFound.title')}</h1>
        <p className="max-w-[38rem] text-lg">{t('notFound.text')}</p>
        <a href={pathIn(DEFAULT_MARKET, '/collections/all')} className={buttonClass('act')}>
          {t('notFound.action')}
        </a>
      </main>
    </Document>
  );
}
