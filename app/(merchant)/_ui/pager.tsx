'use client';

import { Button } from './button';
import { useAddress } from './use-address';

/** On through a list by its cursor, which stands in the address: the browser's own way back is the way back. */
export function Pager({ nextCursor }: { nextCursor: string | null }) {
  const address = useAddress();
  const isFirst = address.get('cursor') === '';
  if (isFirst && nextCursor === null) return null;
  return (
    <nav aria-label="Pages" className="flex justify-end gap-2">
      <Button disabled={isFirst} onClick={() => address.set({}, 'push')}>
        First page
      </Button>
      <Button
        disabled={nextCursor === null}
        onClick={() => {
          address.set({ cursor: nextCursor ?? '' }, 'push');
          scrollTo({ top: 0 });
        }}
      >
        Next page
      </Button>
    </nav>
  );
}
