'use client';

import NextLink from 'next/link';
import { type ComponentProps, useState } from 'react';

/**
 * A link within the dashboard. Where it leads is fetched ahead when somebody is about to follow it, not when it comes in
 * sight as Next's own does: the menu alone would fetch fifteen pages on every page.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  const [isMeant, setMeant] = useState(false);
  const mean = () => setMeant(true);
  return (
    <NextLink
      onPointerEnter={mean}
      onFocus={mean}
      onTouchStart={mean}
      {...props}
      prefetch={isMeant ? null : false}
    />
  );
}
