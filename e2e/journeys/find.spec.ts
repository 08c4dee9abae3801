import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures';
import { freshWord } from '@/e2e/support/fresh';
import { usd } from '@/e2e/support/product';

const options = [{ name: 'Size', values: ['Small', 'Large'] }];
const variants = (amount: number, large: number) => [
  { optionValues: ['Small'], stock: 3, price: usd(amount) },
  { optionValues: ['Large'], stock: large, price: usd(amount + 1_000) },
];

/** The filters: a rail on a desk, a panel over the page on a phone. */
async function inFilters(page: Page, isMobile: boolean, work: () => Promise<void>): Promise<void> {
  if (isMobile) await page.getByRole('button', { name: /^Filter/ }).click();
  await work();
  if (isMobile) await page.getByRole('button', { name: /^Show \d/ }).click();
}

const titles = (page: Page) => page.getByRole('article').getByRole('heading');

test('a list is narrowed, sorted, shared and gone back through', async ({ page, isMobile, stockProduct }) => {
  const word = freshWord();
  await stockProduct({ title: `Both ${word}`, options, variants: variants(3_000, 2) });
  await stockProduct({ title: `Gone ${word}`, options, variants: variants(2_000, 0) });
  await stockProduct({ title: `Plain ${word}`, price: usd(1_000) });
  await page.goto(`/search?query=${word}`);
  await expect(page.getByText('3 products')).toBeVisible();

  await inFilters(page, isMobile, async () => {
    await page.getByRole('checkbox', { name: /^Large,/ }).click();
    await expect(page).toHaveURL(/options=Size%3ALarge/);
    await page.getByRole('checkbox', { name: /^In stock now/ }).click();
  });
  await expect(titles(page)).toHaveText([`Both ${word}`]);
  await expect(page.getByText('1 product', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Remove the filter In stock now' }).click();
  await page.getByLabel('Sort by').selectOption('Price, low to high');
  await expect(titles(page)).toHaveText([`Gone ${word}`, `Both ${word}`]);

  // Who opens the address sees the same; who goes back sees what was there before.
  const shared = page.url();
  await page.goBack();
  await page.goBack();
  await expect(titles(page)).toHaveText([`Both ${word}`]);
  await page.goto(shared);
  await expect(titles(page)).toHaveText([`Gone ${word}`, `Both ${word}`]);
  await titles(page).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Gone ${word}`);
  await page.goBack();
  await expect(titles(page)).toHaveText([`Gone ${word}`, `Both ${word}`]);

  await inFilters(page, isMobile, async () => {
    await page.getByRole('textbox', { name: /^From/ }).fill('900');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/min=900/);
  });
  await expect(page.getByRole('heading', { name: 'Nothing fits all of that' })).toBeVisible();
});

test('a collection is narrowed in its own address, and says why when it cannot be', async ({
  page,
  isMobile,
}) => {
  await page.goto('/collections/all');
  const before = await page.getByRole('status').first().textContent();
  await inFilters(page, isMobile, () => page.getByRole('checkbox', { name: /^In stock now/ }).click());
  await expect(page).toHaveURL(/\/collections\/all\?available=true$/);
  await page.getByRole('link', { name: 'Clear all' }).click();
  await expect(page).toHaveURL(/\/collections\/all$/);
  await expect(page.getByRole('status').first()).toHaveText(before ?? '');

  await page.route('**/api/products?*', (route) => route.abort());
  await page.getByLabel('Sort by').selectOption('Price, low to high');
  await expect(page.getByText('The list could not be fetched')).toBeVisible();
  await page.unroute('**/api/products?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(titles(page).first()).toBeVisible();
  const next = page.getByRole('link', { name: 'Next page' });
  if (await next.isVisible()) {
    const first = (await titles(page).first().textContent()) ?? '';
    await next.click();
    await expect(page).toHaveURL(/cursor=/);
    await expect(titles(page).first()).not.toHaveText(first);
    await page.goBack();
    await expect(titles(page).first()).toHaveText(first);
  }
});

test('a search with a typing error finds what was meant, by keyboard alone', async ({
  page,
  stockProduct,
}) => {
  const word = freshWord();
  const product = await stockProduct({ title: `Seldom ${word}` });
  const typo = `${word.slice(0, 5)}${word[5] === 'x' ? 'y' : 'x'}${word.slice(6)}`;
  await page.goto(`/search?query=${typo}`);
  await expect(page.getByText(`Nothing has “${typo}”. These are results for “${word}”.`)).toBeVisible();
  await expect(titles(page)).toHaveText([product.title]);

  const field = page.getByRole('combobox', { name: 'What are you looking for?' });
  await field.fill(`seldom ${word.slice(0, 6)}`);
  await expect(page.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option').first()).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: new RegExp(product.title) })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/products/${product.slug}$`));
});
