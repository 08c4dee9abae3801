import { callFunction } from '@/db/client';
import { newId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';

/** Says at how many units a variant runs low; null: where the shop says. The owner is told when it falls there. */
export async function setLowLevel(
  variantId: VariantId,
  level: number | null,
  { actor, requestId }: { readonly actor: string; readonly requestId?: string | undefined },
): Promise<Outcome<undefined, 'variant-not-found'>> {
  const { outcome } = await callFunction<{ outcome: 'set' | 'variant-not-found' }>('set_low_level', {
    variantId: toUuid(variantId),
    level,
    actor,
    auditId: toUuid(newId('aud')),
    requestId,
  });
  return outcome === 'set' ? ok() : no(outcome);
}
