'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether the page has come to life: false on the server and until React has taken over, so that no click is lost. */
export function useAwake(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
