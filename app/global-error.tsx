'use client';

import { Document } from './components/document';
import { DEFAULT_MARKET } from './components/market/markets';
import { LAST_WORDS } from './components/text/last-words';
import { Button } from './components/ui/button';

const { error: words, common } = LAST_WORDS;

/** When not even the frame of the shop could be made. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <Document language={DEFAULT_MARKET.language}>
      <title>{words.title}</title>
      <main className="frame grid justify-items-start gap-6 py-16 md:py-28">
        <h1 className="display text-display">{words.title}</h1>
        <p className="max-w-[38rem] text-lg">{words.text}</p>
        <Button kind="act" onClick={retry}>
          {common.tryAgain}
        </Button>
        {digest ? <p className="text-sm text-muted">{words.support.replace('{id}', digest)}</p> : null}
      </main>
    </Document>
  );
}
