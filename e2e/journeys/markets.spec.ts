import { expect, test } from '@/e2e/fixtures';
import { callAsOwner } from '@/e2e/support/client';
import { freshSku, freshWord } from '@/e2e/support/fresh';
import { mailTo } from '@/e2e/support/mails';
import { usd } from '@/e2e/support/product';

/** The shop sells in pounds and euros too, and ships to France for euros. Doing it twice changes nothing. */
test.beforeAll(async () => {
  const settings = await callAsOwner('PATCH', '/api/admin/settings', {
    json: { currencies: ['EUR', 'GBP'] },
  });
  expect(settings.status).toBe(200);
  const rates = ['EUR', 'USD'].map((currency) => ({
    code: 'standard',
    title: 'Standard',
    price: { amount: 500, currency },
  }));
  const zone = { name: 'France', countries: [{ country: 'FR' }], rates };
  const made = await callAsOwner('POST', '/api/admin/shipping-zones', { json: zone });
  // 409: another journey was quicker, or the demo house ships there already.
  expect([201, 409]).toContain(made.status);
});

const inTwo = (word: string) => ({
  title: `Harbour ${word}`,
  descriptionHtml: '<p>A harbour.</p>',
  translations: { fr: { title: `Port ${word}`, descriptionHtml: '<p>Un port.</p>' } },
  variants: [{ sku: freshSku(), price: usd(4_000), stock: 5, prices: [{ amount: 3_690, currency: 'EUR' }] }],
});

test('a shopper chooses France, buys in French and in euros, and is written to in French', async ({
  page,
  stockProduct,
  shopper,
}) => {
  const word = freshWord();
  const product = await stockProduct(inTwo(word));
  await page.goto(`/products/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'View cart' }).click();
  await expect(page.getByRole('region', { name: 'Subtotal' })).toContainText('$40.00');
  await page.goto(`/products/${product.slug}`);
  await page.getByRole('link', { name: 'France (français, EUR)' }).click();

  await expect(page).toHaveURL(`/fr-fr/products/${product.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Port ${word}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.getByText(/36,90\s€/).first()).toBeVisible();
  await page.goto('/fr-fr/cart');
  await expect(page.getByRole('region', { name: 'Sous-total' })).toContainText(/36,90\s€/);

  await page.getByRole('link', { name: 'Commander' }).click();
  await page.getByLabel('E-mail').fill(shopper.email);
  await page.getByLabel('Pays').selectOption('France');
  await page.getByLabel('Nom complet').fill('Ada Acheteuse');
  await page.getByLabel('Numéro et rue').fill('1 quai du Port');
  await page.getByLabel('Ville').fill('Marseille');
  await page.getByLabel('Code postal').fill('13002');
  await page.getByRole('button', { name: 'Continuer vers le paiement' }).click();
  await page.getByRole('button', { name: /^Payer .*€/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Payée' })).toBeVisible();
  await expect(page).toHaveURL(/\/fr-fr\/orders\/ord_/);
  expect((await mailTo(shopper.email, /est confirmée/)).text).toContain('/fr-fr/orders/ord_');
});

test('a page in French is French in all that can be chosen, found, narrowed and carried away', async ({
  page,
  request,
  stockProduct,
}) => {
  const word = freshWord();
  const sold = { price: usd(4_000), stock: 5, prices: [{ amount: 3_690, currency: 'EUR' }] };
  const words = { Frame: 'Cadre', Oak: 'Chêne', Black: 'Noir', Mug: 'Tasse' };
  const product = await stockProduct({
    ...inTwo(word),
    productType: 'Mug',
    options: [{ name: 'Frame', values: ['Oak', 'Black'] }],
    variants: ['Oak', 'Black'].map((value) => ({ ...sold, sku: freshSku(), optionValues: [value] })),
    translations: { fr: { title: `Étoiles ${word}`, descriptionHtml: '<p>Un port.</p>', words } },
  });
  // Found by French words without their accents, and labelled in French where the address is the shop's own.
  await page.goto(`/fr-fr/search?query=etoile+${word}&options=Frame%3AOak`);
  await expect(page.getByRole('link', { name: 'Retirer le filtre Cadre : Chêne' })).toBeVisible();
  await page.getByRole('link', { name: `Étoiles ${word}` }).click();
  await expect(page.getByRole('group', { name: 'Cadre' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Tasse' })).toBeVisible();
  await page.getByRole('radio', { name: 'Noir' }).click();
  await page.getByRole('button', { name: 'Ajouter au panier' }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText(`Étoiles ${word}`)).toBeVisible();
  await expect(drawer.getByText('Cadre : Noir')).toBeVisible();
  await page.goto(`/products/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByRole('dialog').getByText('Frame: Black')).toBeVisible();

  const demo = await request.get('/fr-fr/products/two-bells');
  if (demo.status() !== 200) return;
  const html = await demo.text();
  for (const said of ['Deux cloches', 'Sans cadre', 'Sérigraphie', 'L’estampe dans un cadre de chêne'])
    expect(html).toContain(said);
  for (const english of ['Unframed', 'Screenprint', 'The print in']) expect(html).not.toContain(english);
});

test('the market that was chosen is offered again, and a link still shows what was sent', async ({
  page,
  stockProduct,
}) => {
  const product = await stockProduct(inTwo(freshWord()));
  await page.goto(`/products/${product.slug}`);
  await page.getByRole('link', { name: 'France (français, EUR)' }).click();
  await expect(page).toHaveURL(`/fr-fr/products/${product.slug}`);
  await page.goto(`/products/${product.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(product.title);
  await page.getByRole('button', { name: 'Stay here' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Add to cart' })).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Stay here' })).toBeHidden();
});

test('search engines are told the other markets, and facts that hold together', async ({
  request,
  stockProduct,
}) => {
  const product = await stockProduct(inTwo(freshWord()));
  const path = `/fr-fr/products/${product.slug}`;
  const html = await (await request.get(path)).text();
  const hrefOf = (language: string) =>
    new RegExp(`<link rel="alternate" hrefLang="${language}" href="([^"]+)"`, 'i').exec(html)?.[1];
  expect(
    ['en-US', 'en-GB', 'fr-FR', 'x-default'].map((language) => new URL(hrefOf(language) ?? '').pathname),
  ).toEqual([
    ...[`/products/${product.slug}`, `/en-gb/products/${product.slug}`, path, `/products/${product.slug}`],
  ]);
  expect(html).toMatch(new RegExp(`<link rel="canonical" href="[^"]+${path}"`));
  const facts = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
    ([, json = '']) => JSON.parse(json),
  );
  const sold = facts.find((fact) => fact['@type'] === 'Product');
  expect(sold.offers).toMatchObject([
    { price: '36.90', priceCurrency: 'EUR', availability: 'https://schema.org/InStock' },
  ]);
  const trail = facts.find((fact) => fact['@type'] === 'BreadcrumbList');
  expect(trail.itemListElement.at(-1).item).toBe(sold.url);

  const renamed = `${product.slug}-moved`;
  await callAsOwner('PATCH', `/api/admin/products/${product.id}`, { json: { slug: renamed } });
  await expect(async () => {
    const moved = await request.get(path, { maxRedirects: 0 });
    expect([moved.status(), moved.headers().location]).toEqual([308, `/fr-fr/products/${renamed}`]);
  }).toPass({ timeout: 5_000 });
  const index = await (await request.get('/sitemap.xml')).text();
  expect(index).toMatch(/<loc>[^<]+\/sitemaps\/pages\.xml<\/loc>/);
  expect(await (await request.get('/sitemaps/pages.xml')).text()).toContain('/fr-fr/collections/all</loc>');
});
