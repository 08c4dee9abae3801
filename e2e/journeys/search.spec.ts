import { expect, test } from '@/e2e/fixtures';
import { freshWord } from '@/e2e/support/fresh';
import { usd } from '@/e2e/support/product';

// The same at every width: once is enough.
test.skip(({ isMobile }) => !isMobile);

test('results stand in the order that was wished for', async ({ page, stockProduct }) => {
  const word = freshWord();
  await stockProduct({ title: `Dear ${word}`, price: usd(9_000) });
  await stockProduct({ title: `Cheap ${word}`, price: usd(1_000) });
  await page.goto(`/search?query=${word}`);
  await expect(page.getByRole('article')).toHaveCount(2);
  for (const [order, sort, first] of [
    ['Price, low to high', 'price-asc', 'Cheap'],
    ['Price, high to low', 'price-desc', 'Dear'],
  ] as const) {
    await page.getByLabel('Sort by').selectOption(order);
    await expect(page).toHaveURL(new RegExp(`sort=${sort}`));
    await expect(page.getByRole('article').first()).toContainText(first);
  }
});

test('words that nothing has lead on to everything', async ({ page }) => {
  await page.goto(`/search?query=${freshWord()}`);
  await expect(page.getByRole('heading', { name: /Nothing found/ })).toBeVisible();
  await page.getByRole('link', { name: 'See everything' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Everything' })).toBeVisible();
});
