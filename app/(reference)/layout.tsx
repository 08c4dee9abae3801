import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Document } from '@/app/components/document';

export const metadata: Metadata = {
  title: 'API reference',
  description: 'Every call of the store and merchant API: what it takes, answers and refuses.',
};

export default function ReferenceLayout({ children }: { children: ReactNode }) {
  return <Document language="en">{children}</Document>;
}
