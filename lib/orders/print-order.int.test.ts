import { writeFile } from 'node:fs/promises';
import { afterAll, expect, it } from 'vitest';
import { closeDatabase } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { newId, toUuid } from '@/lib/kernel/ids';
import { runsOf } from './internal/paper';
import { placeOrder } from './place-order';
import { findPrintedOrder, printInvoice, printPackingSlip } from './print-order';

afterAll(closeDatabase);

const NAMES = 'Łukasz Ξένος Юлия 山田太郎 김민수';

it('an invoice and a packing slip are PDFs that carry the letters of every name', async () => {
  const variantId = await makeOffer({ priceMinor: 1_234, stock: 5 });
  const placed = await placeOrder(
    {
      lines: [{ variantId, quantity: 2 }],
      email: 'ada@example.com',
      market: 'fr-fr',
      shippingAddress: {
        name: NAMES,
        line1: '銀座 1-2-3',
        city: '東京',
        postalCode: '104-0061',
        country: 'US',
      },
    },
    { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
  );
  if (!placed.ok) throw new Error(placed.reason);
  const order = await findPrintedOrder(placed.value.order.id);
  if (order === null) throw new Error('The order is not there.');
  for (const [name, paper] of [
    ['invoice', await printInvoice(order)],
    ['packing-slip', await printPackingSlip(order)],
  ] as const) {
    const text = Buffer.from(paper).toString('latin1');
    expect(text.startsWith('%PDF-1.')).toBe(true);
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
    expect(text).toMatch(/\/Lang \(fr-FR\)/);
    // Parts of three fonts go along, none is the reader's own; only what is used, or it would be megabytes.
    expect(text).toMatch(/\+DejaVuSans\b/);
    expect(text).toMatch(/\+DejaVuSans-Bold/);
    expect(text).toMatch(/\+DroidSansFallback/);
    expect(text).not.toContain('/Helvetica');
    expect(paper.byteLength).toBeLessThan(150_000);
    if (process.env.PAPERS) await writeFile(`${process.env.PAPERS}/${name}.pdf`, paper);
  }
});

it('every letter is written in a font that has it', () => {
  expect(runsOf('Ada 山田 & Co', 'strong')).toEqual([
    { font: 'strong', text: 'Ada ' },
    { font: 'wide', text: '山田' },
    { font: 'strong', text: ' & Co' },
  ]);
});
