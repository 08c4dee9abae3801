import { afterAll, expect, test } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { newId } from '@/lib/kernel/ids';
import { listProductAddresses, listProductParts } from './list-product-addresses';
import { saveProducts } from './save-products';
import { newDraft, newVariant } from './testing/drafts';

afterAll(closeDatabase);

test('a part lists what is active from its first product on, with what it is sold in', async () => {
  const price = (currency: string) => ({ currency, priceMinor: 100, compareAtMinor: null });
  const [one, draft, other] = [
    newDraft({ variants: [newVariant({ prices: [price('EUR'), price('USD')] })] }),
    newDraft({ status: 'draft' }),
    newDraft({ variants: [newVariant({ prices: [price('USD')] })] }),
  ];
  const saves = [one, draft, other].map((product) => ({ draft: product, before: null }));
  expect((await saveProducts(saves, { actor: 'test', reason: 'test' })).ok).toBe(true);
  const mine = new Set([one, draft, other].map(({ slug }) => slug));
  const listed = (await listProductAddresses(one.id)).filter(({ slug }) => mine.has(slug));
  expect(listed.map(({ slug, currencies }) => [slug, [...currencies].sort()])).toEqual([
    [one.slug, ['EUR', 'USD']],
    [other.slug, ['USD']],
  ]);
  const [first] = await listProductParts();
  expect(first && first <= one.id).toBe(true);
});

test('a part is read along the index of active products, not the whole catalog', async () => {
  await query('test_no_scan', 'set enable_seqscan = off', []);
  const rows = await query<{ 'QUERY PLAN': string }>(
    'test_part_plan',
    `explain select slug from products p where p.status = 'active' and p.id >= '${newId('prod').slice(5)}'::uuid
     order by p.id limit 5000`,
    [],
  );
  await query('test_scan', 'set enable_seqscan = on', []);
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/products_status_id_idx|products_pkey/);
});
