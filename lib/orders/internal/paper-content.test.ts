import { expect, it, test } from 'vitest';
import { fromUuid } from '@/lib/kernel/ids';
import en from '@/messages/papers.en.json';
import fr from '@/messages/papers.fr.json';
import { invoiceOf, type Printed, packingSlipOf } from './paper-content';

const SHOP = { name: 'Moth & Quoin', address: '1 Quay\nLyon', country: 'FR', timeZone: 'Europe/Paris' };
const variantId = fromUuid('var', '01a204a7-7351-761f-bc86-a19f4bf72901');
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const NONE = eur(0);

function orderIn(market: string | null, country = 'FR'): Printed {
  return {
    number: 203_904,
    email: 'elodie@example.com',
    createdAt: '2026-11-21T23:30:00.000Z',
    shippingAddress: {
      name: 'Élodie',
      line1: '12 rue des Écoles',
      city: 'Paris',
      postalCode: '75005',
      country,
    },
    lines: [
      {
        variantId,
        sku: 'MQ-1',
        title: 'Cabinet',
        options: [{ name: 'Cadre', value: 'Chêne' }],
        quantity: 1_200,
        unitPrice: eur(1_250),
        lineTotal: eur(1_500_000),
      },
    ],
    units: [{ variantId, toSend: 1_100, taxRatePpm: 55_000 }],
    subtotal: eur(1_500_000),
    discount: eur(500),
    discountCode: 'NOEL',
    shipping: NONE,
    tax: NONE,
    taxIncluded: eur(78_173),
    total: eur(1_499_500),
    paid: eur(1_499_500),
    refunded: NONE,
    taxes: [
      { ratePpm: 55_000, net: eur(1_420_827), tax: NONE, taxIncluded: eur(78_173) },
      { ratePpm: null, net: eur(500), tax: NONE, taxIncluded: NONE },
    ],
    market,
    // What else an order has stands on no paper.
  } as unknown as Printed;
}

/** The spaces of French figures are several kinds, none of which breaks. */
const plain = (text: string | undefined) => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');

it('an invoice speaks the language of the market where the order was placed', () => {
  const { head, columns, rows, sums, locale } = invoiceOf(orderIn('fr-fr'), SHOP);
  expect(locale).toBe('fr-FR');
  expect(head).toMatchObject({
    title: 'Facture',
    toLabel: 'Destinataire',
    shopLines: ['1 Quay', 'Lyon', 'France'],
  });
  // The shop's clock is past midnight.
  expect(head.facts).toEqual(['Commande 203904', '22 novembre 2026']);
  expect(head.to).toEqual(['Élodie', '12 rue des Écoles', '75005 Paris', 'France']);
  expect(columns.map((column) => column.head)).toEqual(['Article', 'Quantité', 'Prix', 'Taxe', 'Total']);
  expect(rows[0]?.map(([text]) => plain(text))).toEqual([
    'Cabinet',
    '1 200',
    '12,50 €',
    '5,5 %',
    '15 000,00 €',
  ]);
  expect(sums.map(([name, amount]) => [name, plain(amount)])).toEqual([
    ['Sous-total', '15 000,00 €'],
    ['Remise NOEL', '-5,00 €'],
    ['Livraison', '0,00 €'],
    ['Total', '14 995,00 €'],
    ['Dont taxes', '781,73 €'],
    ['Payé', '14 995,00 €'],
  ]);
});

it('an invoice tells the tax by rate, and what has none that is known by its name', () => {
  const { taxes } = invoiceOf(orderIn('fr-fr'), SHOP);
  expect(taxes?.columns.map(({ head }) => head)).toEqual([
    'Taux de taxe',
    'Hors taxe',
    'Taxe',
    'Taxe comprise',
  ]);
  expect(taxes?.rows.map((row) => row.map(([text]) => plain(text)))).toEqual([
    ['5,5 %', '14 208,27 €', '781,73 €', '14 990,00 €'],
    ['Livraison', '5,00 €', '0,00 €', '5,00 €'],
  ]);
  expect(invoiceOf({ ...orderIn('fr-fr'), taxIncluded: NONE }, SHOP).taxes).toBeUndefined();
  expect(packingSlipOf(orderIn('fr-fr'), SHOP).taxes).toBeUndefined();
});

it('figures and dates are those of the market’s place, not only of its language', () => {
  expect(invoiceOf(orderIn('en-gb', 'GB'), SHOP).head.facts).toEqual(['Order 203904', '22 November 2026']);
  expect(invoiceOf(orderIn('en-us', 'US'), SHOP).head.facts[1]).toBe('November 22, 2026');
});

it('without a market the country that it goes to decides', () => {
  expect(packingSlipOf(orderIn(null), SHOP).head.title).toBe('Bon de livraison');
  expect(packingSlipOf(orderIn(null, 'DE'), SHOP).head.title).toBe('Packing slip');
});

it('a packing slip says what of each line is in the box, and no price', () => {
  const { rows, sums } = packingSlipOf(orderIn('fr-fr'), SHOP);
  expect(rows.map((row) => row.map((cell) => cell.map(plain)))).toEqual([
    [['Cabinet', 'Chêne'], ['MQ-1'], ['1 100 sur 1 200']],
  ]);
  expect(sums).toEqual([]);
});

test('every language has all texts of the papers', () => {
  const keys = (texts: object) =>
    Object.entries(texts).flatMap(([section, of]) =>
      Object.keys(of as object).map((key) => `${section}.${key}`),
    );
  expect(keys(fr)).toEqual(keys(en));
});
