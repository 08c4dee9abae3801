import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Document } from '@/app/components/document';

export const metadata: Metadata = { title: 'Merchant', robots: { index: false } };

export default function MerchantLayout({ children }: { children: ReactNode }) {
  return <Document language="en">{children}</Document>;
}
