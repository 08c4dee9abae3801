import { expect, orderOne, test } from '@/e2e/fixtures';
import { seriousFaults, themesOf } from '@/e2e/support/axe';
import { shop } from '@/e2e/support/shop';

test('axe finds nothing serious on any page a shopper can open', async ({ page, stockProduct, shopper }, {
  project,
}) => {
  test.setTimeout(shop.long ? 600_000 : 240_000);
  const [product, gone] = await Promise.all([
    stockProduct({
      options: [{ name: 'Size', values: ['A3', 'A2'] }],
      variants: [{ optionValues: ['A3'] }, { optionValues: ['A2'], stock: 0 }],
    }),
    stockProduct({ variants: [{ stock: 0 }] }),
  ]);
  const paths = [
    ...[
      '/',
      '/collections/all',
      '/search',
      '/search?query=print',
      '/search?query=zzqx',
      '/cart',
      '/checkout',
    ],
    ...[`/products/${product.slug}`, `/products/${gone.slug}`, '/no-such-page'],
    ...['/account', '/dashboard/sign-in', '/dashboard/forgot-password'],
    // Long, and so is looking at it.
    ...(shop.long ? ['/docs/api'] : []),
  ];
  const faults: string[] = [];
  const look = async (name: string) => faults.push(...(await seriousFaults(page, name)));
  for (const theme of themesOf(project)) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await look(`${path} in ${theme}`);
    }
    await orderOne(page, product, shopper);
    await look(`an order in ${theme}`);
  }
  expect(faults.join('\n')).toBe('');
});
