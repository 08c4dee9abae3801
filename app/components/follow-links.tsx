'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/**
 * Follows the links of the shop in place, all of them with one ear. Until it listens, and wherever a click means something
 * else (another tab, a download), they are the browser's.
 */
export function FollowLinks() {
  const router = useRouter();
  useEffect(() => {
    // On the window: whatever a part of the page does with the click has been done when it arrives here.
    const follow = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest('a[data-follow]') : null;
      const href = link?.getAttribute('href');
      if (!href) return;
      event.preventDefault();
      router.push(href);
    };
    addEventListener('click', follow);
    return () => removeEventListener('click', follow);
  }, [router]);
  return null;
}
