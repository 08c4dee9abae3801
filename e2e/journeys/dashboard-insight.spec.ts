import { expect, test } from '@/e2e/fixtures';
import { IN_LONG_FORM, seriousFaults, themesOf } from '@/e2e/support/axe';
import { makeMember } from '@/e2e/support/people';
import { shop } from '@/e2e/support/shop';
import { signInAs } from '@/e2e/support/sign-in';

const heading = (name: string) => ({ level: 1, name }) as const;

test('home shows how the shop does, for whatever days, and what waits', async ({ page }) => {
  await signInAs(page, 'viewer');
  await expect(page.getByRole('heading', heading('Home'))).toBeVisible();
  await expect(page.getByRole('heading', { name: 'To do' })).toBeVisible();
  await page.getByRole('button', { name: '30 days' }).click();
  await expect(page).toHaveURL(/span=30d/);
  // What the chart draws is told as a table, a row a day.
  await expect(page.getByRole('table', { name: /^Sales in/ }).getByRole('row')).toHaveCount(31);
  await expect(page.getByRole('heading', { name: 'Best sellers' })).toBeVisible();
  await page.getByRole('button', { name: 'Other days' }).click();
  await page.getByLabel('First day').fill('2026-01-02');
  await page.getByLabel('Last day').fill('2026-01-01');
  await page.getByRole('button', { name: 'Show these days' }).click();
  await expect(page.getByText('must not be before')).toBeVisible();
  await page.getByLabel('Last day').fill('2026-01-03');
  await page.getByRole('button', { name: 'Show these days' }).click();
  await expect(page).toHaveURL(/from=2026-01-02/);
});

test('who may not see sales sees what is to be done', async ({ page }) => {
  await signInAs(page, 'support');
  await expect(page.getByRole('heading', { name: 'To do' })).toBeVisible();
  await expect(page.getByRole('button', { name: '30 days' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Best sellers' })).toHaveCount(0);
});

test('a report is asked for, built while one looks, and downloaded', async ({ page }) => {
  await signInAs(page, 'manager', '/dashboard/reports');
  await page.getByRole('button', { name: 'Ask for a report' }).click();
  await page.getByLabel('What').selectOption('sales');
  await page.getByRole('button', { name: 'Last month' }).click();
  await page.getByLabel('File').selectOption('pdf');
  await page.getByRole('button', { name: 'Build the report' }).click();
  const newest = page
    .getByRole('table', { name: 'Reports', exact: true })
    .getByRole('row', { name: /^Sales by day/ })
    .filter({ hasText: 'PDF' })
    .first();
  await expect(newest.getByText('done')).toBeVisible({ timeout: 30_000 });
  const arriving = page.waitForEvent('download');
  await newest.getByRole('link', { name: 'Download' }).click();
  expect((await arriving).suggestedFilename()).toMatch(/^sales-.*\.pdf$/);
  await page.getByRole('button', { name: 'Add a schedule' }).click();
  await page.getByLabel('To', { exact: true }).fill('not an address');
  await page.getByRole('button', { name: 'Send it by mail' }).click();
  await expect(page.getByLabel('To', { exact: true })).toHaveAttribute('aria-invalid', 'true');
});

test('an owner picks who of the staff gets a report by mail', async ({ page }) => {
  const { email } = await makeMember('viewer');
  await signInAs(page, 'owner', '/dashboard/reports');
  await page.getByRole('button', { name: 'Add a schedule' }).click();
  const to = page.getByLabel('To', { exact: true });
  const own = await to.inputValue();
  const picked = page.getByRole('group', { name: 'Staff' }).getByRole('checkbox', { description: email });
  await picked.check();
  await expect(to).toHaveValue(`${own}, ${email}`);
  await page.getByRole('button', { name: 'Send it by mail' }).click();
  await expect(page.getByText('It comes by mail from now on')).toBeVisible();
});

test('a run is looked into, and only who may can run it again', async ({ page }) => {
  await signInAs(page, 'viewer', '/dashboard/jobs');
  const run = page.getByRole('table', { name: 'Runs' }).getByRole('link').first();
  await run.click();
  await expect(page.getByRole('heading', { name: 'What it did' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run again' })).toHaveCount(0);
});

test('nothing on these pages keeps anybody out', async ({ page }, { project }) => {
  test.skip(!shop.long, IN_LONG_FORM);
  await signInAs(page, 'owner');
  const faults: string[] = [];
  for (const theme of themesOf(project)) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const name of ['', 'reports', 'notifications', 'jobs']) {
      await page.goto(`/dashboard/${name}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText('Loading…')).toHaveCount(0);
      faults.push(...(await seriousFaults(page, `${name} ${theme}`)));
    }
  }
  expect(faults).toEqual([]);
});
