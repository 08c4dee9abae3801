import { expect, test } from '@/e2e/fixtures';
import { signInAs } from '@/e2e/support/sign-in';

const heading = (name: string) => ({ level: 1, name }) as const;

test('the day is walked through by keyboard alone', async ({ page, isMobile, stockProduct, shopper }) => {
  test.skip(isMobile, 'Phones have no keys.');
  const product = await stockProduct();
  await signInAs(page, 'owner');
  await expect(page.getByRole('heading', heading('Home'))).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', heading('Orders'))).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search orders' })).toBeFocused();
  await page.keyboard.type(shopper.email);
  await expect(page).toHaveURL(/query=/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(product.title);
  await expect(page.getByRole('option', { name: new RegExp(product.title) })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/dashboard/products/${product.id}$`));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(product.title);
  // And where one was is where one comes back to.
  await page.goBack();
  await expect(page.getByRole('searchbox', { name: 'Search orders' })).toHaveValue(shopper.email);
});

test('a page is fetched ahead when its link is pointed at, not when it is in sight', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'Phones have nothing to point with.');
  await signInAs(page, 'owner');
  await page.reload();
  const ahead: string[] = [];
  page.on('request', (request) => {
    if (request.headers()['next-router-prefetch'] !== undefined) ahead.push(new URL(request.url()).pathname);
  });
  const link = page.getByRole('navigation', { name: 'Dashboard' }).getByRole('link', { name: 'Customers' });
  await expect(page.getByRole('heading', heading('Home'))).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(ahead).toEqual([]);
  await link.hover();
  await expect.poll(() => ahead).toContain('/dashboard/customers');
});

test('everybody sees what is theirs to see', async ({ page, isMobile }) => {
  await signInAs(page, 'support', '/dashboard/orders');
  if (isMobile) await page.getByRole('button', { name: 'Menu' }).click();
  const sections = page.getByRole('navigation', { name: 'Dashboard' });
  await expect(sections.getByRole('link', { name: 'Orders' })).toHaveAttribute('aria-current', 'page');
  await expect(sections.getByRole('link', { name: 'Customers' })).toBeVisible();
  for (const name of ['Products', 'Settings', 'Audit log', 'Jobs'])
    await expect(sections.getByRole('link', { name })).toHaveCount(0);
});
