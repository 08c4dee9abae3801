import { expect, test } from '@/e2e/fixtures';
import { freshWord } from '@/e2e/support/fresh';
import { usd } from '@/e2e/support/product';

test('words of a title find the product, sorted as wished', async ({ page, stockProduct }) => {
  const word = freshWord();
  await stockProduct({ title: `Dear ${word}`, price: usd(9_000) });
  await stockProduct({ title: `Cheap ${word}`, price: usd(1_000) });
  await page.goto('/');
  await page.getByRole('link', { name: 'Search' }).click();
  await page.getByLabel('What are you looking for?').fill(word);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('heading', { name: `Results for “${word}”` })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.getByLabel('Sort by').selectOption('Price, low to high');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('article').first()).toContainText('Cheap');
  await page.getByRole('link', { name: `Cheap ${word}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Cheap ${word}` })).toBeVisible();
});

test('words that nothing has lead on to everything', async ({ page }) => {
  await page.goto(`/search?query=${freshWord()}`);
  await expect(page.getByRole('heading', { name: /Nothing found/ })).toBeVisible();
  await page.getByRole('link', { name: 'See everything' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Everything' })).toBeVisible();
});

test('an address that does not exist says so and leads on', async ({ page }) => {
  const response = await page.goto(`/products/${freshWord()}`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'Nothing at this address' })).toBeVisible();
  await page.getByRole('link', { name: 'Look through everything' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Everything' })).toBeVisible();
});
