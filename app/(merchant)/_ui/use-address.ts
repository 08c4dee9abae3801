'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/**
 * What a list is narrowed to, in the page's address: it can be kept, sent and gone back to. `set` changes some of it
 * (an empty value takes it out) and goes to the first page, whose cursor is no part of a filter.
 */
export function useAddress(): {
  get: (name: string) => string;
  set: (changes: Readonly<Record<string, string>>, how?: 'push' | 'replace') => void;
  text: string;
} {
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const text = search.toString();
  const set = useCallback(
    (changes: Readonly<Record<string, string>>, how: 'push' | 'replace' = 'replace') => {
      const next = new URLSearchParams(text);
      next.delete('cursor');
      for (const [name, value] of Object.entries(changes)) {
        if (value === '') next.delete(name);
        else next.set(name, value);
      }
      const asked = next.toString();
      router[how](asked === '' ? path : `${path}?${asked}`, { scroll: false });
    },
    [path, router, text],
  );
  return { get: (name) => search.get(name) ?? '', set, text };
}
