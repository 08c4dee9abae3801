import { expect, test } from '@/e2e/fixtures';
import { seriousFaults, themesOf } from '@/e2e/support/axe';
import { buyer, checkout, pay } from '@/e2e/support/buyer';
import { read } from '@/e2e/support/client';
import { makeVariant } from '@/e2e/support/product';
import { orderShape } from '@/e2e/support/shapes';
import { signInAs } from '@/e2e/support/sign-in';

/** An order of some units that is paid and waits to be sent. In New York it has tax, in Oregon none. */
async function paidOrder(units = 3, region = 'OR') {
  const lines = [{ variantId: await makeVariant({ stock: 20 }), quantity: units }];
  const shippingAddress = { ...buyer().shippingAddress, region };
  const order = read(await checkout({ lines, shippingAddress }), 201, orderShape);
  await pay(order, 'test_ok');
  return order;
}

test('support takes a unit out, sends the rest in two parcels, takes one back and refunds it', async ({
  page,
}) => {
  const order = await paidOrder(4);
  await signInAs(page, 'support', `/dashboard/orders?query=${encodeURIComponent(order.email)}`);
  const row = page.getByRole('row', { name: `#${order.number}` });
  await expect(row).toBeVisible();
  // By keyboard, as somebody works through a list.
  await row.focus();
  await page.keyboard.press('x');
  await expect(page.getByText('1 order selected')).toBeVisible();
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `#${order.number}` })).toBeVisible();

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Remove items' }).click();
  await dialog.getByRole('spinbutton').fill('1');
  await dialog.getByLabel('Reason').fill('The buyer wants three');
  await dialog.getByRole('button', { name: /^Remove and refund .*\d/ }).click();
  await expect(
    page.getByText(/Removed before it was sent: 1 × .*\(The buyer wants three\)/).first(),
  ).toBeVisible();
  await expect(page.getByText('1 back on the shelf')).toBeVisible();

  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await dialog.getByRole('spinbutton').fill('2');
  await dialog.getByLabel('Carrier').fill('Post');
  await dialog.getByLabel('Tracking address').fill('nonsense://x');
  await dialog.getByRole('button', { name: 'Send a part' }).click();
  await expect(dialog.getByText('Must be an http(s) address.')).toBeVisible();
  await expect(dialog.getByLabel('Carrier')).toHaveValue('Post');
  await dialog.getByLabel('Tracking address').fill('https://post.example/1');
  await dialog.getByRole('button', { name: 'Send a part' }).click();
  await expect(page.getByText('partly sent', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await dialog.getByRole('button', { name: 'Mark as sent' }).click();
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toHaveCount(0);

  // That was the wrong one: it is undone before its mail leaves, and sent once more.
  // The part that was sent before can be undone as well: each by its own message.
  const told = page.getByText(`Order #${order.number} is sent`);
  await told.locator('..').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('A parcel was not sent after all')).toBeVisible();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await dialog.getByRole('button', { name: 'Mark as sent' }).click();
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Correct' }).first().click();
  await expect(dialog.getByLabel('Carrier')).toHaveValue('Post');
  await dialog.getByLabel('Tracking number').fill('T-9');
  await dialog.getByRole('button', { name: 'Correct the parcel' }).click();
  await expect(page.getByText('Post · T-9').first()).toBeVisible();

  await page.getByRole('textbox', { name: 'Note' }).fill('Called: one came bent');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Called: one came bent' })).toBeVisible();

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Note a return' }).click();
  await dialog.getByRole('spinbutton').fill('1');
  await dialog.getByLabel('Reason').fill('Bent');
  await dialog.getByRole('button', { name: 'Note the return' }).click();
  await page.getByRole('button', { name: 'It came' }).click();
  await dialog.getByRole('button', { name: 'It came' }).click();
  await expect(dialog.getByRole('heading', { name: 'Refund the return' })).toBeVisible();
  await dialog.getByRole('button', { name: /^Refund .*\d/ }).click();
  await expect(page.getByText('partially refunded', { exact: true })).toBeVisible();
  await expect(page.getByText('1 back on the shelf')).toHaveCount(2);
});

test('several orders are sent by one act, which tells of each that could not be', async ({ page }) => {
  const [first, second] = [await paidOrder(), await paidOrder()];
  await signInAs(page, 'support', '/dashboard/orders?fulfilment=unsent');
  for (const { number } of [first, second]) await page.getByLabel(`Select order ${number}`).check();
  await page.getByRole('button', { name: 'Mark as sent' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as sent' }).click();
  await expect(page.getByText('2 orders marked as sent')).toBeVisible();
  await expect(page.getByLabel(`Select order ${first.number}`)).toHaveCount(0);
});

test('a viewer sees an order and its customer, and nothing to press', async ({ page }) => {
  const order = await paidOrder(3, 'NY');
  await signInAs(page, 'viewer', `/dashboard/orders/${order.id}`);
  await expect(page.getByRole('heading', { level: 1, name: `#${order.number}` })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Tax by rate' }).getByRole('rowheader')).toHaveText('8.875%');
  for (const name of [
    'Send',
    'Refund',
    'Remove items',
    'More',
    'Correct',
    'Not sent after all',
    'Edit',
    'Add note',
  ])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Invoice' })).toBeVisible();
  await page.getByRole('link', { name: 'Ada Buyer' }).click();
  await expect(page.getByText(order.email).first()).toBeVisible();
  for (const name of ['Erase', 'Add note', 'Add'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
});

test('axe finds nothing serious on orders and customers, in either theme', async ({ page }, { project }) => {
  test.setTimeout(480_000);
  const order = await paidOrder(3, 'NY');
  await signInAs(page, 'support');
  const faults: string[] = [];
  for (const colorScheme of themesOf(project)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/dashboard/orders?currency=USD');
    await expect(page.getByRole('table', { name: 'Orders' })).toBeVisible();
    faults.push(...(await seriousFaults(page, `orders in ${colorScheme}`)));
    await page.goto(`/dashboard/orders/${order.id}`);
    await expect(page.getByRole('heading', { name: 'Items' })).toBeVisible();
    faults.push(...(await seriousFaults(page, `an order in ${colorScheme}`)));
    await page.getByRole('button', { name: 'Refund' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    faults.push(...(await seriousFaults(page, `a refund in ${colorScheme}`)));
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Ada Buyer' }).click();
    await expect(page.getByRole('heading', { name: 'Addresses' })).toBeVisible();
    faults.push(...(await seriousFaults(page, `a customer in ${colorScheme}`)));
    await page.goto('/dashboard/customers');
    await expect(page.getByRole('table', { name: 'Customers' })).toBeVisible();
    faults.push(...(await seriousFaults(page, `customers in ${colorScheme}`)));
  }
  expect(faults.join('\n')).toBe('');
});
