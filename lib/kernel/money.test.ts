import { describe, expect, test } from 'vitest';
import { formatDecimal, formatMoney, parseDecimalToMinor } from './money';

const parse = (text: string, currency = 'USD') => {
  const outcome = parseDecimalToMinor(text, currency);
  return outcome.ok ? outcome.value : outcome.reason;
};

describe('decimal text becomes minor units', () => {
  test.each([
    ['19.99', 'USD', 1999],
    ['0.29', 'USD', 29],
    ['1.1', 'USD', 110],
    ['20', 'USD', 2000],
    ['0', 'USD', 0],
    ['-0.00', 'USD', 0],
    ['-5.05', 'USD', -505],
    ['007.50', 'USD', 750],
    ['1999', 'JPY', 1999],
    ['1.999', 'KWD', 1999],
    ['1.5', 'KWD', 1500],
    ['4.35', 'EUR', 435],
    ['1,299.00', 'USD', 129_900],
    ['1.299,00', 'EUR', 129_900],
    ['1 299,00', 'EUR', 129_900],
    ["1'299.00", 'CHF', 129_900],
    ['1,234,567', 'USD', 123_456_700],
    ['19,99', 'EUR', 1999],
    [' 12.00 ', 'USD', 1200],
  ])('%s %s is %i', (text, currency, minor) => {
    expect(parse(text, currency)).toBe(minor);
  });

  test.each([
    ['', 'USD', 'not-a-number'],
    ['.5', 'USD', 'not-a-number'],
    ['5.', 'USD', 'not-a-number'],
    ['1e3', 'USD', 'not-a-number'],
    ['$5', 'USD', 'not-a-number'],
    ['1,2,3', 'USD', 'not-a-number'],
    ['NaN', 'USD', 'not-a-number'],
    ['1.999', 'USD', 'too-many-decimals'],
    ['1.5', 'JPY', 'too-many-decimals'],
    ['1,299', 'USD', 'ambiguous'],
    ['99999999999999.99', 'USD', 'too-large'],
  ])('%j %s is refused: %s', (text, currency, reason) => {
    expect(parse(text, currency)).toBe(reason);
  });

  test('writing and reading any amount gives it back', () => {
    for (const currency of ['USD', 'JPY', 'KWD']) {
      for (const amount of [0, 1, 9, 10, 99, 100, 101, 999, 1000, 123_456_789, -1, -100]) {
        expect(parse(formatDecimal({ amount, currency }), currency)).toBe(amount);
      }
    }
  });
});

test('people read money as their locale writes it', () => {
  const plain = (text: string) => text.replace(/\s/g, ' ');
  expect(formatMoney({ amount: 1999, currency: 'USD' }, 'en-US')).toBe('$19.99');
  expect(plain(formatMoney({ amount: 129_900, currency: 'EUR' }, 'fr-FR'))).toBe('1 299,00 €');
  expect(formatMoney({ amount: 1999, currency: 'JPY' }, 'en-US')).toBe('¥1,999');
  expect(plain(formatMoney({ amount: 1999, currency: 'KWD' }, 'en-US'))).toBe('KWD 1.999');
  expect(() => formatMoney({ amount: 1, currency: 'XXX' }, 'en-US')).toThrow(RangeError);
});
