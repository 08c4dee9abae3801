import { sql } from 'drizzle-orm';
import { atomically } from '@/db/client';
import type { SaveDiscountInput } from '@/lib/discounts/input';
import { saveDiscount } from '@/lib/discounts/save-discount';
import { newId, toUuid } from '@/lib/kernel/ids';

/** For tests: a discount with a code of its own, 10 % off everything unless told. A collection that it is for is made. */
export async function makeDiscount(terms: object = {}) {
  const id = newId('disc');
  const code = `Test-${id.slice(-12)}`;
  const value = 'kind' in terms ? {} : { kind: 'percentage', ratePpm: 100_000 };
  const discount = { ...value, enabled: true, code, ...terms } as SaveDiscountInput;
  if (discount.collectionId !== undefined) {
    await atomically([
      sql`insert into collections (id, slug, title)
        values (${toUuid(discount.collectionId)}::uuid, ${discount.collectionId}, 'Test') on conflict do nothing`,
    ]);
  }
  const saved = await saveDiscount(id, discount, { actor: 'test' });
  if (!saved.ok) throw new Error(saved.reason);
  return { id, code: discount.code, discount };
}
