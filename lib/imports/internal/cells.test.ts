import { describe, expect, test } from 'vitest';
import {
  parseCode,
  parseFlag,
  parseImageUrl,
  parsePolicy,
  parsePrice,
  parseQuantity,
  parseTags,
  parseWeight,
} from './cells';

describe('a price', () => {
  test.each([
    ['19.99', 1999],
    ['19', 1900],
    ['19.9', 1990],
    ['0', 0],
    ['0.00', 0],
    ['1,299.00', 129900],
    ['1.299,00', 129900],
    ['1 299,00', 129900],
    ['1,299,000', 129900000],
    ['12,50', 1250],
    ['$12.00', 1200],
    ['US$ 12.00', 1200],
    ['12.00 USD', 1200],
    ['usd 12', 1200],
  ])('%j is %i cents', (text, cents) => {
    expect(parsePrice(text, 'USD')).toEqual({ ok: true, value: cents });
  });

  test.each([
    ['1,299', 'may mean two prices'],
    ['12.505', 'more decimals'],
    ['€ 12.00', 'not a price in USD'],
    ['12 EUR', 'not a price in USD'],
    ['free', 'not a price'],
    ['-1.00', 'below zero'],
    ['12.00.00', 'not a price'],
    ['1e3', 'not a price'],
    ['=1+1', 'not a price'],
    ['0x10', 'not a price'],
    ['12 00', 'not a price'],
    ['9999999999999', 'too large'],
    ['9'.repeat(400), 'too large'],
    ['NaN', 'not a price'],
    ['Infinity', 'not a price'],
  ])('%j is refused: it %s', (text, why) => {
    expect(parsePrice(text, 'USD')).toMatchObject({ ok: false, message: expect.stringContaining(why) });
  });

  test('is read in the currency of the shop', () => {
    expect(parsePrice('€ 12.00', 'EUR')).toEqual({ ok: true, value: 1200 });
    expect(parsePrice('12,00 €', 'EUR')).toEqual({ ok: true, value: 1200 });
    expect(parsePrice('149 kr', 'SEK')).toEqual({ ok: true, value: 14900 });
    expect(parsePrice('1200', 'JPY')).toEqual({ ok: true, value: 1200 });
    expect(parsePrice('1200.00', 'JPY')).toEqual({ ok: true, value: 1200 });
    expect(parsePrice('1200.50', 'JPY')).toMatchObject({ ok: false });
    expect(parsePrice('1.250', 'KWD')).toEqual({ ok: true, value: 1250 });
  });
});

describe('a quantity', () => {
  test.each([
    ['0', 0],
    ['-1', -1],
    ['+3', 3],
    ['007', 7],
  ])('%j is %i', (text, value) => expect(parseQuantity(text)).toEqual({ ok: true, value }));

  test.each(['1.5', '1,000', 'many', '1e3', '٣', '1000000001', '--1', '1 2'])('%j is none', (text) => {
    expect(parseQuantity(text).ok).toBe(false);
  });
});

describe('a weight', () => {
  test.each([
    ['0', 'g', 0],
    ['1500', 'g', 1500],
    ['113.398', 'g', 113],
    ['1.5', 'kg', 1500],
    ['1,5', 'kg', 1500],
    ['1', 'lb', 454],
    ['2.2', 'LB', 998],
    ['1', 'oz', 28],
    ['0.5', 'oz', 14],
  ])('%s %s is %i g', (text, unit, grams) => {
    expect(parseWeight(text, unit)).toEqual({ ok: true, value: grams });
  });

  test.each([
    ['-1', 'g'],
    ['heavy', 'kg'],
    ['1', 'stone'],
    ['1,500', 'g'],
    ['9999999999', 'kg'],
    ['1', ''],
  ])('%s %s is refused', (text, unit) => expect(parseWeight(text, unit).ok).toBe(false));
});

test('flags are read in the words of the export and of spreadsheets', () => {
  for (const yes of ['TRUE', 'true', 'Yes', '1', 'WAHR', 'VRAI']) {
    expect(parseFlag(yes)).toEqual({ ok: true, value: true });
  }
  for (const no of ['FALSE', 'no', '0', 'FALSCH']) expect(parseFlag(no)).toEqual({ ok: true, value: false });
  expect(parseFlag('maybe').ok).toBe(false);
});

test('a policy is a word or a flag', () => {
  for (const text of ['continue', 'CONTINUE', 'TRUE'])
    expect(parsePolicy(text)).toEqual({ ok: true, value: 'continue' });
  for (const text of ['deny', 'DENY', 'FALSE'])
    expect(parsePolicy(text)).toEqual({ ok: true, value: 'deny' });
  expect(parsePolicy('sometimes').ok).toBe(false);
});

test('tags are trimmed, and each comes once', () => {
  expect(parseTags(' Summer, linen ,, summer,LINEN,blue  sky,')).toEqual(['Summer', 'linen', 'blue sky']);
  expect(parseTags('')).toEqual([]);
});

test('only web addresses are images', () => {
  expect(parseImageUrl('https://a.example/x y.jpg')).toEqual({
    ok: true,
    value: 'https://a.example/x%20y.jpg',
  });
  for (const text of [
    'file:///etc/passwd',
    'data:image/png;base64,AA==',
    'javascript:alert(1)',
    '//cdn.example/x.jpg',
    'x.jpg',
    'ftp://a.example/x.jpg',
    `https://a.example/${'x'.repeat(2100)}`,
  ]) {
    expect(parseImageUrl(text).ok).toBe(false);
  }
});

test('the apostrophe that saves leading zeros from spreadsheets is not part of a code', () => {
  expect(parseCode("'00123")).toEqual({ ok: true, value: '00123' });
  expect(parseCode("'n sync")).toEqual({ ok: true, value: "'n sync" });
  expect(parseCode('x'.repeat(256)).ok).toBe(false);
});
