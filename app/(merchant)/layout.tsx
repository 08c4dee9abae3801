import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Document } from '@/app/components/document';

export const metadata: Metadata = { title: 'Merchant', robots: { index: false } };

export default function MerchantLayout({ children }: { children: ReactNode }) {
  return (
    // Small text in narrow columns: the typeface's own spaces run its words into each other.
    <Document language="en" className="[word-spacing:0.08em]">
      {children}
    </Document>
  );
}
