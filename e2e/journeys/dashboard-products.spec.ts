import { Buffer } from 'node:buffer';
import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures';
import { IN_LONG_FORM, seriousFaults, themesOf } from '@/e2e/support/axe';
import { freshSku, freshWord } from '@/e2e/support/fresh';
import { first } from '@/e2e/support/pick';
import { shop } from '@/e2e/support/shop';
import { signInAs } from '@/e2e/support/sign-in';

/** One red pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const chooseFile = async (page: Page, button: string, file: ReturnType<typeof csv>) => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(file);
};

test('a collection is arranged by keyboard and by hand and pictured, and shoppers see it so', async ({
  page,
  stockProduct,
}) => {
  const works = [await stockProduct(), await stockProduct(), await stockProduct()];
  const [last, middle, newest] = works.map(({ title }) => title) as [string, string, string];
  await signInAs(page, 'manager', '/dashboard/products/collections');
  await page.getByRole('button', { name: 'New collection' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill(`Picks ${freshWord()}`);
  await page.keyboard.press('Enter');
  await page.getByLabel('Shoppers see it').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  for (const title of [last, middle, newest]) {
    await page.getByLabel('Add a product').fill(title);
    await page.getByRole('button', { name: `Add ${title}` }).click();
    await expect(page.getByRole('button', { name: `Take ${title} out` })).toBeVisible();
  }
  const rows = page.getByRole('list', { name: 'Products of the collection' }).getByRole('listitem');
  await expect(rows).toContainText([newest, middle, last]);
  await page.getByLabel('Order').selectOption('By hand');
  const down = page.getByRole('button', { name: `Move ${newest} down` });
  await down.focus();
  await page.keyboard.press('Enter');
  await expect(rows).toContainText([middle, newest, last]);
  await expect(down).toBeFocused();
  await rows.nth(2).dragTo(rows.nth(0));
  await expect(rows).toContainText([last, middle, newest]);

  const red = { name: 'red.png', mimeType: 'image/png', buffer: PIXEL };
  await chooseFile(page, 'Add a picture', red);
  await expect(page.getByText('Say first what is seen in the picture.')).toBeVisible();
  await page.getByLabel('What is seen in it').fill('A red point');
  await chooseFile(page, 'Add a picture', red);
  await expect(page.getByRole('img', { name: 'A red point' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: 'See it in the shop' }).click();
  await expect(page.getByRole('main').getByRole('img', { name: 'A red point' })).toBeVisible();
  await expect(
    page.getByRole('main').getByRole('link', { name: new RegExp(`${last}|${middle}|${newest}`) }),
  ).toContainText([last, middle, newest]);
});

test('a product is made, priced like in a sheet by keyboard, pictured, and on sale', async ({ page }) => {
  const title = `Print ${freshWord()}`;
  await signInAs(page, 'manager', '/dashboard/products');
  await page.getByRole('button', { name: 'New product' }).click();
  const dialog = page.getByRole('dialog', { name: 'New product' });
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByLabel(/^Price in/).fill('19.90');
  await dialog.getByLabel('Stock').fill('4');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText('nobody sees it')).toBeVisible();

  await page.getByRole('button', { name: 'Add an option' }).click();
  await page.getByLabel('Option 1', { exact: true }).fill('Size');
  await page.getByLabel('Values, separated by commas').fill('S, M');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Price USD of M')).toHaveValue('19.90');
  await page.getByLabel('Price USD of S').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('24.50');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel('Price USD of S')).toBeFocused();
  await page.getByLabel('Stock of M').fill('7');
  // What cannot be is said in its row, and nothing that was typed is lost.
  await page.getByLabel('Weight in g of M').fill('heavy');
  await expect(page.getByRole('alert').filter({ hasText: 'Must be a whole number' })).toBeVisible();
  await page.getByLabel('Weight in g of M').fill('120');
  await page.getByLabel('Description', { exact: true }).fill('<p>Cotton.</p><script>alert(1)</script>');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The product is saved.')).toBeVisible();
  await expect(page.getByLabel('Description', { exact: true })).toHaveValue('<p>Cotton.</p>');
  await expect(page.getByLabel('Price USD of M')).toHaveValue('24.50');

  await chooseFile(page, 'Add pictures', { name: 'red.png', mimeType: 'image/png', buffer: PIXEL });
  await page.getByLabel('What picture 1 shows').fill('A red point');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('img', { name: 'A red point' })).toBeVisible({ timeout: 60_000 });

  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText('On sale: shoppers see it.')).toBeVisible();
  await page.getByRole('link', { name: 'See it in the shop' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('a delivery is booked with its reason, and a count of the shelves changes what differs', async ({
  page,
  stockProduct,
}) => {
  const [one, other] = [freshSku(), freshSku()];
  const product = await stockProduct({ variants: [{ sku: one, stock: 5 }] });
  const counted = await stockProduct({ variants: [{ sku: other, stock: 9 }] });
  await signInAs(page, 'manager', `/dashboard/stock?query=${one}`);
  await page.getByRole('button', { name: `Adjust ${product.title}` }).click();
  const dialog = page.getByRole('dialog', { name: `Adjust ${product.title}` });
  await dialog.getByLabel('Units').fill('20');
  await expect(dialog.getByText('25 afterwards')).toBeVisible();
  await dialog.getByLabel('Reason').fill('Second printing');
  await dialog.getByLabel('Runs low at').fill('30');
  await dialog.getByRole('button', { name: 'Adjust the stock' }).click();
  const row = page.getByRole('table', { name: 'Stock' }).getByRole('row').nth(1);
  await expect(row).toContainText('25');
  await row.getByRole('link', { name: product.title }).click();
  await expect(page.getByText('low', { exact: true })).toBeVisible();
  await expect(page.getByRole('table', { name: 'History' }).getByRole('row').nth(1)).toContainText('+20');
  await expect(page.getByRole('table', { name: 'Units by day' })).toBeAttached();

  await page.goto('/dashboard/stock/takes');
  await chooseFile(
    page,
    'Choose a count',
    csv('shelves.csv', `sku,counted\n${one},25\n${other},6\nnone-of-ours,1\n`),
  );
  await expect(page.getByRole('heading', { level: 1, name: 'shelves.csv' })).toBeVisible();
  const lines = page.getByRole('table', { name: 'Lines' });
  await expect(lines.getByRole('row')).toHaveCount(2);
  await expect(lines.getByRole('row').nth(1)).toContainText('-3');
  await page.getByRole('button', { name: 'Apply…' }).click();
  await page.getByRole('button', { name: 'Apply the count' }).click();
  await expect(page.getByText('applied', { exact: true })).toBeVisible({ timeout: 60_000 });
  await page.goto(`/dashboard/stock/${first(counted.variants).id}`);
  await expect(page.getByRole('table', { name: 'History' }).getByRole('row').nth(1)).toContainText('-3');

  await page.goto('/dashboard/stock/checks');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('balance', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
});

test('a product file is imported before one’s eyes, and says what it left out', async ({ page }) => {
  const handle = freshWord();
  const rows = [1, 2, 3].map((n) => `${handle}-${n},Import ${n},10.00`);
  await signInAs(page, 'manager', '/dashboard/imports');
  await chooseFile(
    page,
    'Choose a product CSV',
    csv('spring.csv', ['Handle,Title,Variant Price', ...rows, `${handle}-4,Import 4,"1,299"`].join('\n')),
  );
  await expect(page.getByRole('heading', { level: 1, name: 'spring.csv' })).toBeVisible();
  await expect(page.getByText('4 of 4 products')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('done, with errors')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Errors' })).toContainText('may mean two prices');
});

test('whoever may only look finds nothing to change, and support finds none of it', async ({
  page,
  browser,
  stockProduct,
}) => {
  const product = await stockProduct();
  await signInAs(page, 'viewer', `/dashboard/products/${product.id}`);
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue(product.title);
  await expect(page.getByLabel('Title', { exact: true })).not.toBeEditable();
  for (const [path, name] of [
    [`/dashboard/products/${product.id}`, /Save|Publish now|Add pictures|Delete/],
    ['/dashboard/products', /New product/],
    ['/dashboard/products/collections', /New collection/],
    ['/dashboard/stock', /Adjust/],
    ['/dashboard/stock/takes', /Choose a count/],
    ['/dashboard/stock/checks', /Check now/],
    ['/dashboard/imports', /Choose a product CSV/],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status')).toHaveCount(0);
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  }
  const support = await browser.newPage();
  await signInAs(support, 'support', '/dashboard/products');
  await expect(support.getByRole('alert').first()).toContainText(/role|allow/i);
  await expect(support.getByRole('table')).toHaveCount(0);
  await support.close();
});

test('axe finds nothing serious on the pages of products, stock and imports', async ({ page, stockProduct }, {
  project,
}) => {
  test.skip(!shop.long, IN_LONG_FORM);
  test.setTimeout(480_000);
  const product = await stockProduct();
  await signInAs(page, 'owner', '/dashboard/products');
  const paths = [
    ...['/dashboard/products', `/dashboard/products/${product.id}`, '/dashboard/products/collections'],
    ...['/dashboard/stock', `/dashboard/stock/${first(product.variants).id}`, '/dashboard/stock/takes'],
    ...['/dashboard/stock/checks', '/dashboard/imports'],
  ];
  const faults: string[] = [];
  for (const colorScheme of themesOf(project)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText('Loading…')).toHaveCount(0);
      faults.push(...(await seriousFaults(page, `${path} in ${colorScheme}`)));
    }
  }
  expect(faults.join('\n')).toBe('');
});
