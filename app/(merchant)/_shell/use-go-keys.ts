'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { SectionEntry } from './sections';

const PATIENCE_MS = 1_200;

/** `g` and then a section's key goes there, as in the tools that people know. Never while somebody types. */
export function useGoKeys(sections: readonly SectionEntry[]) {
  const router = useRouter();
  useEffect(() => {
    let pressedAtMs = 0;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      if (target.closest('input, textarea, select, [contenteditable], dialog, [role=dialog]')) return;
      if (event.key === 'g') {
        pressedAtMs = Date.now();
        return;
      }
      const section = sections.find(({ key }) => key === event.key);
      if (!section || Date.now() - pressedAtMs > PATIENCE_MS) return;
      pressedAtMs = 0;
      event.preventDefault();
      router.push(section.path);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [router, sections]);
}
