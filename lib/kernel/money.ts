import { currencyDecimals } from './currency';
import { no, type Outcome, ok } from './outcome';

/** An amount in integer minor units (1999 = 19.99 USD, 1999 JPY, 1.999 KWD) beside its ISO 4217 currency. */
export type Money = { readonly amount: number; readonly currency: string };

export type MoneyRefusal = 'not-a-number' | 'too-many-decimals' | 'ambiguous' | 'too-large';

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;
const GROUPED_BY_COMMA = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const GROUPED_BY_POINT = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/;
const ONE_COMMA = /^-?\d+,\d+$/;

/**
 * Rewrites what people and spreadsheets write into digits with a decimal point, or null where the text could mean
 * two amounts: `1,299.00`, `1.299,00`, `1 299,00` and `19,99` mean one, `1,299` may be a thousand or one and a bit.
 */
function unambiguous(text: string): string | null {
  const spaced = text.replace(/(?<=\d)[ \u00a0\u202f'](?=\d{3}(?!\d))/g, '');
  if (GROUPED_BY_COMMA.test(spaced)) {
    const isOneGroup = spaced.indexOf(',') === spaced.lastIndexOf(',') && !spaced.includes('.');
    return isOneGroup ? null : spaced.replaceAll(',', '');
  }
  if (GROUPED_BY_POINT.test(spaced)) {
    const isOneGroup = spaced.indexOf('.') === spaced.lastIndexOf('.') && !spaced.includes(',');
    return isOneGroup ? spaced : spaced.replaceAll('.', '').replace(',', '.');
  }
  return ONE_COMMA.test(spaced) ? spaced.replace(',', '.') : spaced;
}

/**
 * Decimal text to minor units, exactly: no float ever holds the value. `parseDecimalToMinor('19.99', 'USD')` is
 * 1999. A sign is allowed; more decimals than the currency has are refused, and so is a text with two meanings.
 */
export function parseDecimalToMinor(text: string, currency: string): Outcome<number, MoneyRefusal> {
  const decimals = currencyDecimals(currency);
  const plain = unambiguous(text.trim());
  if (plain === null) return no('ambiguous');
  const match = PLAIN.exec(plain);
  if (match === null) return no('not-a-number');
  const [, sign = '', whole = '', fraction = ''] = match;
  if (fraction.length > decimals) return no('too-many-decimals');
  const digits = `${whole}${fraction.padEnd(decimals, '0')}`.replace(/^0+(?=\d)/, '');
  if (digits.length > 15) return no('too-large');
  const minor = Number(digits);
  return ok(sign === '-' && minor !== 0 ? -minor : minor);
}

/** Minor units as plain decimal text: `formatDecimal({ amount: -5, currency: 'USD' })` is `-0.05`. */
export function formatDecimal({ amount, currency }: Money): string {
  const decimals = currencyDecimals(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const sign = amount < 0 ? '-' : '';
  if (decimals === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/** Money as people of the locale write it: `$19.99`, `19,99 €`, `￥1,999`. */
export function formatMoney(money: Money, locale: string): string {
  const key = `${locale} ${money.currency}`;
  let format = formats.get(key);
  if (format === undefined) {
    const decimals = currencyDecimals(money.currency);
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: money.currency,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(key, format);
  }
  return format.format(formatDecimal(money) as Intl.StringNumericLiteral);
}
