import { callFunction } from '@/db/client';
import { toUuid, type VariantId } from '@/lib/kernel/ids';
import { assertNever, no, type Outcome, ok } from '@/lib/kernel/outcome';

/** The most lanes that a variant's stock may lie in. */
export const MAX_LANES = 64;

type SetLanesAnswer =
  | { outcome: 'spread'; lanes: number; available: number }
  | { outcome: 'variant-not-found' | 'not-counted' };

/**
 * Spreads a counted variant's free units evenly over 1 to 64 lanes, or merges them into fewer, while sales go on. Many
 * lanes let the buyers of one hot variant claim side by side; one is enough for everything else. Gives the units free.
 */
export async function setLanes(
  variantId: VariantId,
  lanes: number,
  actor: string,
): Promise<Outcome<{ lanes: number; available: number }, 'variant-not-found' | 'stock-not-counted'>> {
  if (!Number.isInteger(lanes) || lanes < 1 || lanes > MAX_LANES)
    throw new RangeError(`A variant lies in 1 to ${MAX_LANES} lanes, not in ${lanes}.`);
  const answer = await callFunction<SetLanesAnswer>('set_lanes', {
    variantId: toUuid(variantId),
    lanes,
    actor,
  });
  switch (answer.outcome) {
    case 'spread':
      return ok({ lanes: answer.lanes, available: answer.available });
    case 'variant-not-found':
      return no('variant-not-found');
    case 'not-counted':
      return no('stock-not-counted');
    default:
      return assertNever(answer);
  }
}
