import { callFunction } from '@/db/client';
import type { Settlement } from './record-settlement';

/** Processes one stored event; `not-due`: it was processed, or is being processed by somebody else. */
export async function applyEvent(
  provider: string,
  eventId: string,
): Promise<Settlement | 'noted' | 'not-due'> {
  const { outcome } = await callFunction<{ outcome: Settlement | 'noted' | 'not-due' }>(
    'apply_provider_event',
    { provider, eventId },
  );
  return outcome;
}
