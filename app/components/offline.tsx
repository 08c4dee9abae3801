'use client';

import { useSyncExternalStore } from 'react';
import { useText } from '@/app/components/text/text-provider';

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Says that there is no connection, for as long as there is none. */
export function Offline() {
  const { t } = useText();
  const isOffline = useSyncExternalStore(
    subscribe,
    () => !navigator.onLine,
    () => false,
  );
  return (
    <p role="status" className="frame sticky top-0 z-1 bg-ink py-3 text-sm text-paper empty:hidden">
      {isOffline ? t('common.offline') : null}
    </p>
  );
}
