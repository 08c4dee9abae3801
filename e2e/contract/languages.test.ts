import { expect, test } from 'vitest';
import { fillCart } from '@/e2e/support/buyer';
import { call, read } from '@/e2e/support/client';
import { freshWord } from '@/e2e/support/fresh';
import { first } from '@/e2e/support/pick';
import { makeProduct } from '@/e2e/support/product';
import { pageOf, productCardShape, storeProductShape } from '@/e2e/support/shapes';

const options = [{ name: 'Frame', values: ['Oak', 'Black'] }];
const words = { Frame: 'Cadre', Oak: 'Chêne', Black: 'Noir' };

test('what is asked for in French is answered in French, and what is found is what French words say', async () => {
  const word = freshWord();
  const made = await makeProduct({
    title: `Bells ${word}`,
    options,
    variants: [{ optionValues: ['Oak'] }, { optionValues: ['Black'] }],
    translations: { fr: { title: `Étoiles ${word}`, descriptionHtml: '<p>Sonnées.</p>', words } },
  });
  const ask = async (path: string) => call('GET', path);
  const french = read(await ask(`/api/products/${made.slug}?language=fr`), 200, storeProductShape);
  expect(french).toMatchObject({
    id: made.id,
    title: `Étoiles ${word}`,
    descriptionHtml: '<p>Sonnées.</p>',
    options: [{ name: 'Cadre', values: ['Chêne', 'Noir'] }],
    variants: [{ title: 'Chêne', optionValues: ['Chêne'] }, { optionValues: ['Noir'] }],
  });
  const own = read(await ask(`/api/products/${made.slug}`), 200, storeProductShape);
  expect(own).toMatchObject({ title: `Bells ${word}`, options });

  const list = async (query: string) =>
    read(await ask(`/api/products?query=${encodeURIComponent(query)}`), 200, pageOf(productCardShape)).items;
  expect(await list(`etoile ${word}`)).toEqual([]);
  const inFrench = await ask(`/api/products?query=${encodeURIComponent(`etoile ${word}`)}&language=fr`);
  expect(read(inFrench, 200, pageOf(productCardShape)).items).toMatchObject([
    { id: made.id, title: `Étoiles ${word}` },
  ]);
  const facets = await ask(`/api/search/facets?query=${word}&language=fr&options=Frame:Oak`);
  expect(JSON.parse(facets.text)).toMatchObject({
    total: 1,
    options: [
      { name: 'Frame', label: 'Cadre', values: [{ value: 'Oak', label: 'Chêne' }, { label: 'Noir' }] },
    ],
  });
  const suggested = await ask(`/api/search/suggestions?query=${word}&language=fr`);
  expect(JSON.parse(suggested.text)).toMatchObject({ products: [{ title: `Étoiles ${word}` }] });

  const { id: variantId } = first(made.variants);
  const { id: cart } = await fillCart([{ variantId, quantity: 1 }]);
  const line = { title: `Étoiles ${word}`, options: [{ name: 'Cadre', value: 'Chêne' }] };
  const shown = await ask(`/api/carts/${cart}?language=fr`);
  expect(JSON.parse(shown.text)).toMatchObject({ lines: [line] });
  const json = { quantity: 2 };
  const put = await call('PUT', `/api/carts/${cart}/lines/${variantId}?language=fr`, { json });
  expect(JSON.parse(put.text)).toMatchObject({ lines: [{ ...line, quantity: 2 }] });
  const quoted = await call('POST', '/api/checkout/quote?language=fr', { json: { cartId: cart } });
  expect(JSON.parse(quoted.text)).toMatchObject({ lines: [line] });
});

test('a language is two letters', async () => {
  for (const path of ['/api/products', '/api/search/facets', '/api/search/suggestions'])
    expect([path, (await call('GET', `${path}?language=french`)).status]).toEqual([path, 422]);
});
