import { expect, test } from '@/e2e/fixtures';
import { IN_LONG_FORM, seriousFaults, themesOf } from '@/e2e/support/axe';
import { queryDatabase } from '@/e2e/support/database';
import { freshWord } from '@/e2e/support/fresh';
import { shop } from '@/e2e/support/shop';
import { signInAs } from '@/e2e/support/sign-in';

test('a webhook fails, is tried again, is sent again when asked to, and arrives', async ({ page }) => {
  const url = `https://${freshWord()}.example.invalid/hook`;
  await signInAs(page, 'owner', '/dashboard/settings/webhooks');
  await page.getByRole('button', { name: 'Add a webhook' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address').fill('http://127.0.0.1/hook');
  await dialog.getByLabel('orders/order.paid').check();
  await dialog.getByRole('button', { name: 'Add the webhook' }).click();
  await expect(dialog.getByText('Must begin with https://.')).toBeVisible();
  await dialog.getByLabel('Address').fill(url);
  await dialog.getByRole('button', { name: 'Add the webhook' }).click();
  await expect(dialog.getByRole('code')).toHaveText(/^whsec_/);
  await dialog.getByRole('button', { name: 'I have kept it' }).click();

  await page.getByRole('link', { name: url }).click();
  await page.getByRole('button', { name: 'Send a test event' }).click();
  const row = page.getByRole('row', { name: 'webhooks/endpoint.pinged' });
  await expect(row.getByText('being retried')).toBeVisible({ timeout: 20_000 });
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  // The second try comes after five seconds.
  await expect.poll(() => countTries(id), { timeout: 25_000 }).toBeGreaterThanOrEqual(2);
  const settle = (status: number | null) => settleDelivery(id, status);
  await settle(null);
  await expect(row.getByText('failed')).toBeVisible({ timeout: 15_000 });
  await row.getByRole('button', { name: /Send again/ }).click();
  await expect(page.getByText('It is sent again, under the same webhook-id.')).toBeVisible();
  await expect.poll(() => countTries(id), { timeout: 25_000 }).toBeGreaterThanOrEqual(4);
  await settle(204);
  await expect(row.getByText('delivered')).toBeVisible({ timeout: 15_000 });

  await row.getByRole('button', { name: 'webhooks/endpoint.pinged', exact: true }).click();
  await expect(dialog.getByText(/webhook-id: evt_/)).toBeVisible();
  await expect(dialog.getByText('answered 204')).toBeVisible();
  await expect(dialog.getByText('no answer')).not.toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove the webhook' }).click();
  await expect(page.getByText('The webhook is removed.')).toBeVisible();
});

/** Of the ping alone: the endpoint is told of orders that are paid elsewhere, too. */
async function countTries(endpoint: string): Promise<number> {
  const [row] = await queryDatabase(
    `select count(*)::int as tries from webhook_attempts a join webhook_deliveries d on d.id = a.delivery_id
     where d.endpoint_id = replace($1, 'hook_', '')::uuid and d.type = 'webhooks/endpoint.pinged'`,
    [endpoint],
  );
  return Number(row?.tries);
}

/**
 * What comes of a delivery's last try: no server of ours is on the public web, so its word (or its silence) is written down as
 * the job would.
 */
async function settleDelivery(endpoint: string, status: number | null): Promise<void> {
  await queryDatabase(
    `select record_webhook_attempt(jsonb_build_object('deliveryId', d.id, 'round', d.round, 'number', 8, 'isLast', true,
       'durationMs', 12, 'disableAfterDays', 3, 'auditId', new_uuid_v7())
       || case when $2::int is null then '{"error": "the name leads nowhere"}'::jsonb
            else jsonb_build_object('status', $2::int, 'answer', '') end)
     from webhook_deliveries d where d.endpoint_id = replace($1, 'hook_', '')::uuid and d.status = 'pending'`,
    [endpoint, status],
  );
}

test('a code is made, found by how it stands, switched off and removed', async ({ page }) => {
  const code = `J${freshWord()}`.toUpperCase();
  await signInAs(page, 'manager', '/dashboard/discounts/new');
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Make the discount' }).click();
  await expect(page.getByText('Must be more than 0 and at most 100.')).toBeVisible();
  await page.getByLabel('Percent off').fill('12.5');
  await page.getByLabel('Orders in all').fill('40');
  await page.getByRole('button', { name: 'Make the discount' }).click();
  await expect(page.getByRole('heading', { level: 1, name: code })).toBeVisible();
  await expect(page.getByText('12.5 % off. Used by 0 of 40 orders.')).toBeVisible();
  await page.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByRole('button', { name: 'Switch on' })).toBeVisible();
  await page.goto(`/dashboard/discounts?state=off&query=${code}`);
  await page.getByRole('link', { name: code }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove the discount' }).click();
  await expect(page).toHaveURL(/\/dashboard\/discounts$/);
});

test('a text is written, read by shoppers within seconds, and had back; the audit log shows what changed', async ({
  page,
  context,
}) => {
  const word = freshWord();
  await signInAs(page, 'owner', '/dashboard/content/en/contact');
  const text = page.getByLabel('Text, in Markdown');
  await expect(text).toHaveValue(/./);
  await text.fill(`## Here is ${word}\n\nWrite to {mail}. <script>alert(1)</script>`);
  await expect(page.getByRole('article').getByRole('heading', { name: `Here is ${word}` })).toBeVisible();
  await page.getByRole('button', { name: 'Save the text' }).click();
  await expect(page.getByText('Saved. Shoppers read it within two seconds.')).toBeVisible();
  const shopper = await context.newPage();
  await expect(async () => {
    await shopper.goto('/contact');
    await expect(shopper.getByRole('heading', { name: `Here is ${word}` })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await expect(shopper.getByText('<script>alert(1)</script>')).toBeVisible();
  await shopper.close();

  await page.goto('/dashboard/audit?subject=en/contact');
  await page.getByRole('button', { name: 'Content changed' }).first().click();
  const difference = page.getByRole('dialog').getByRole('row', { name: /^body/ });
  await expect(difference.getByRole('cell').last()).toContainText(word);
  await page.keyboard.press('Escape');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('audit-log.csv');

  await page.goto('/dashboard/content/en/contact');
  await page.getByRole('button', { name: 'Back to the text it came with' }).click();
  await page.getByRole('button', { name: 'Use that text' }).click();
  await expect(page.getByRole('main').getByText('as it came').first()).toBeVisible();
});

const PATHS = [
  ...['', '/shop', '/shipping', '/taxes', '/webhooks', '/api-keys', '/people', '/account'].map(
    (page) => `/dashboard/settings${page}`,
  ),
  ...['/dashboard/discounts', '/dashboard/discounts/new', '/dashboard/audit'],
  ...['/dashboard/content', '/dashboard/content/en/about'],
];

test('axe finds nothing serious on any page of settings, discounts, content and the log', async ({ page }, {
  project,
}) => {
  test.skip(!shop.long, IN_LONG_FORM);
  test.setTimeout(480_000);
  await signInAs(page, 'owner', '/dashboard/settings');
  const faults: string[] = [];
  for (const colorScheme of themesOf(project)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const path of PATHS) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await expect(page.getByText('Loading…')).toHaveCount(0);
      faults.push(...(await seriousFaults(page, `${path} in ${colorScheme}`)));
    }
  }
  expect(faults.join('\n')).toBe('');
});
