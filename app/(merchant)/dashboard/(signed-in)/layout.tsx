import type { ReactNode } from 'react';
import { Shell } from './shell';

/** The frame of every page of the dashboard that is for signed-in staff. */
export default function SignedInLayout({ children }: { children: ReactNode }) {
  return <Shell>{children}</Shell>;
}
