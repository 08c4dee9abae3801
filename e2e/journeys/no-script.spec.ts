import { expect, test } from '@/e2e/fixtures';
import { usd } from '@/e2e/support/product';

// The same at every width: once is enough.
test.skip(({ isMobile }) => !isMobile);

test.use({ javaScriptEnabled: false });

test('everything that is to read can be read without scripts', async ({ page, stockProduct }) => {
  const product = await stockProduct({
    title: 'Plain Paper',
    price: usd(4_200),
    descriptionHtml: '<p>Cut by hand.</p>',
  });
  await page.goto('/collections/all');
  await page.locator(`a[href="/products/${product.slug}"]`).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Plain Paper' })).toBeVisible();
  await expect(page.getByText('$42.00')).toBeVisible();
  await expect(page.getByText('Cut by hand.')).toBeVisible();
});

test('search answers without scripts', async ({ page, stockProduct }) => {
  const product = await stockProduct();
  await page.goto('/search');
  await page.getByRole('combobox', { name: 'What are you looking for?' }).fill(product.title);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('link', { name: product.title })).toBeVisible();
});
