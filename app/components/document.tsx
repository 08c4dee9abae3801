import type { ReactNode } from 'react';
import '@/app/globals.css';
import { fontVariables } from '@/app/fonts';

/** The document of a root layout: language, fonts and the one stylesheet. */
export function Document({ language, children }: { language: string; children: ReactNode }) {
  return (
    <html lang={language} className={fontVariables}>
      <body>{children}</body>
    </html>
  );
}
