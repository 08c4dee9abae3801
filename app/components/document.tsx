import type { ReactNode } from 'react';
import '@/app/globals.css';
import { fontVariables } from '@/app/fonts';

type Props = {
  language: string;
  /** What the page's prices are in: carts are made and kept in it. */
  currency?: string;
  /** Of the body. */
  className?: string;
  children: ReactNode;
};

/** The document of a root layout: language, currency, fonts and the one stylesheet. */
export function Document({ language, currency, className, children }: Props) {
  return (
    // What first-paint.tsx notes on it is none of React's.
    <html lang={language} data-currency={currency} className={fontVariables} suppressHydrationWarning>
      <body className={className}>{children}</body>
    </html>
  );
}
