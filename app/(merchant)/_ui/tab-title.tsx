'use client';

import { useEffect } from 'react';

/** The browser's tab says which page this is: pages are made before anybody knows which order they will show. */
export function TabTitle({ title }: { title: string }) {
  useEffect(() => {
    document.title = `${title} · Dashboard`;
  }, [title]);
  return null;
}
