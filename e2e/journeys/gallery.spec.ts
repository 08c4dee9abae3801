import { expect, test } from '@/e2e/fixtures';

/** A product of the demo house: pictures that are rendered, two of them at least. */
const WITH_PICTURES = '/products/before-the-visitors';

test('a picture opens large, is looked at by keyboard alone, and gives the focus back', async ({ page }) => {
  const response = await page.goto(WITH_PICTURES);
  test.skip(response?.status() === 404, 'The shop has no demo house.');
  const pictures = page.getByRole('region', { name: 'Pictures' });
  const link = pictures.getByRole('link', { name: /^Enlarge: \S/ }).first();
  await link.focus();
  await page.keyboard.press('Enter');
  const large = page.getByRole('dialog', { name: 'Picture, enlarged' });
  const picture = large.getByRole('img');
  await expect(large.getByText('Picture 1 of 2')).toBeVisible();
  await expect(picture).toHaveAccessibleName(/\S/);
  const width = async () => (await picture.boundingBox())?.width ?? 0;
  const before = await width();
  await page.keyboard.press('+');
  await expect.poll(width).toBeGreaterThan(before * 1.4);
  await page.keyboard.press('0');
  await expect.poll(width).toBeLessThan(before * 1.1);
  await page.keyboard.press('ArrowRight');
  await expect(large.getByText('Picture 2 of 2')).toBeVisible();
  await large.getByRole('button', { name: 'Previous picture' }).click();
  await expect(large.getByText('Picture 1 of 2')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(large).toBeHidden();
  await expect(link).toBeFocused();
});
