import { currencyDecimals } from '@/lib/kernel/currency';
import { parseDecimalToMinor } from '@/lib/kernel/money';
import { assertNever, no, type Outcome, ok } from '@/lib/kernel/outcome';
import { MAX_MINOR } from '@/lib/kernel/schemas';

/** A cell that does not mean what its column asks for; the message is the end of a sentence about its value. */
export type UnreadableCell = { readonly reason: 'unreadable-cell'; readonly message: string };

/** Of units, and of grams. */
const MAX_COUNT = 1_000_000_000;
const MAX_SHOWN = 60;
/** What a line of text may have: titles, names, values. */
export const MAX_LINE = 255;
const MAX_TAGS = 250;

function unreadable(text: string, why: string) {
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
  return no('unreadable-cell', { message: `"${shown}" ${why}` });
}

// Spreadsheets write these in the language they run in.
const YES = new Set(['true', 'yes', 'y', '1', 'wahr', 'vrai', 'verdadero', 'vero', 'waar']);
const NO = new Set(['false', 'no', 'n', '0', 'falsch', 'faux', 'falso', 'onwaar']);

/** TRUE or FALSE, as the export or a spreadsheet writes it. */
export function parseFlag(text: string): Outcome<boolean, UnreadableCell> {
  const word = text.toLowerCase();
  if (YES.has(word)) return ok(true);
  return NO.has(word) ? ok(false) : unreadable(text, 'is neither TRUE nor FALSE');
}

/** Whether selling goes on at zero: deny or continue, FALSE or TRUE; the export has used both. */
export function parsePolicy(text: string): Outcome<'deny' | 'continue', UnreadableCell> {
  const word = text.toLowerCase();
  if (word === 'deny' || word === 'continue') return ok(word);
  const flag = parseFlag(text);
  if (!flag.ok) return unreadable(text, 'is neither deny nor continue');
  return ok(flag.value ? 'continue' : 'deny');
}

/** A number of units; below zero is for the caller to judge. */
export function parseQuantity(text: string): Outcome<number, UnreadableCell> {
  if (!/^[+-]?\d+$/.test(text)) return unreadable(text, 'is not a whole number');
  const value = Number(text);
  return Math.abs(value) <= MAX_COUNT ? ok(value) : unreadable(text, 'is more than can be counted');
}

const SYMBOLS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'TWD', 'ARS', 'CLP', 'COP'],
  US$: ['USD'],
  C$: ['CAD'],
  CA$: ['CAD'],
  A$: ['AUD'],
  AU$: ['AUD'],
  NZ$: ['NZD'],
  R$: ['BRL'],
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY', 'CNY'],
  '₹': ['INR'],
  '₩': ['KRW'],
  '₪': ['ILS'],
  zł: ['PLN'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  'kr.': ['DKK'],
  Kč: ['CZK'],
  'Fr.': ['CHF'],
};
const WITH_CURRENCY = /^(?<before>[^\d.,+\-\s']*)\s*(?<digits>[+-]?[\d.,\s']*\d)\s*(?<after>[^\d,\s']*)$/u;

/**
 * A price in minor units of the shop's currency: digits with the currency's own symbol or code around them, grouped
 * or with a decimal comma where that has only one meaning.
 */
export function parsePrice(text: string, currency: string): Outcome<number, UnreadableCell> {
  const { before = '', digits = '', after = '' } = WITH_CURRENCY.exec(text)?.groups ?? {};
  if (digits === '') return unreadable(text, 'is not a price');
  for (const word of [before, after]) {
    const meant = word === '' ? [currency] : (SYMBOLS[word] ?? [word.toUpperCase()]);
    if (!meant.includes(currency))
      return unreadable(text, `is not a price in ${currency}, the currency of the shop`);
  }
  const parsed = parseDecimalToMinor(withoutEmptyCents(digits, currency), currency);
  if (parsed.ok) {
    if (parsed.value < 0) return unreadable(text, 'is below zero');
    return parsed.value <= MAX_MINOR ? ok(parsed.value) : unreadable(text, 'is too large for a price');
  }
  switch (parsed.reason) {
    case 'ambiguous':
      return unreadable(text, 'may mean two prices: write it without grouping, with a decimal point');
    case 'too-many-decimals':
      return unreadable(text, `has more decimals than ${currency} has`);
    case 'too-large':
      return unreadable(text, 'is too large for a price');
    case 'not-a-number':
      return unreadable(text, 'is not a price');
    default:
      return assertNever(parsed);
  }
}

/** `1200.00` in a currency without cents: the export writes two decimals for every currency, and here they say nothing. */
function withoutEmptyCents(digits: string, currency: string): string {
  return currencyDecimals(currency) === 0 ? digits.replace(/[.,]00?$/, '') : digits;
}

const GRAMS_PER_UNIT: Readonly<Record<string, number>> = {
  g: 1,
  gram: 1,
  grams: 1,
  kg: 1000,
  kilogram: 1000,
  kilograms: 1000,
  lb: 453.59237,
  lbs: 453.59237,
  pound: 453.59237,
  pounds: 453.59237,
  oz: 28.349523125,
  ounce: 28.349523125,
  ounces: 28.349523125,
};

/** A weight in whole grams, rounded half up. */
export function parseWeight(text: string, unit: string): Outcome<number, UnreadableCell> {
  const gramsPerUnit = GRAMS_PER_UNIT[unit.toLowerCase()];
  if (gramsPerUnit === undefined)
    return unreadable(unit, 'is not a unit of weight that we know (g, kg, lb or oz)');
  if (/^\d{1,3}([.,]\d{3})+$/.test(text) && text.includes(','))
    return unreadable(text, 'may mean two weights: write it without grouping, with a decimal point');
  if (!/^\d+([.,]\d+)?$/.test(text)) return unreadable(text, 'is not a weight');
  const grams = Math.round(Number(text.replace(',', '.')) * gramsPerUnit);
  return grams <= MAX_COUNT ? ok(grams) : unreadable(text, 'is too large for a weight');
}

/** The words of a comma-separated list, each once, whatever its case: the first spelling counts, and the first 250. */
export function parseTags(text: string): string[] {
  const tags = new Map<string, string>();
  for (const part of text.split(',')) {
    const tag = part.trim().replace(/\s+/g, ' ');
    if (tag !== '' && tag.length <= MAX_LINE && !tags.has(tag.toLowerCase()))
      tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()].slice(0, MAX_TAGS);
}

/** The address of an image somewhere on the web. */
export function parseImageUrl(text: string): Outcome<string, UnreadableCell> {
  if (text.length > 2048) return unreadable(text, 'is too long for an address');
  const url = URL.canParse(text) ? new URL(text) : null;
  const isWeb = url !== null && (url.protocol === 'http:' || url.protocol === 'https:');
  return isWeb ? ok(url.href) : unreadable(text, 'is not an address that starts with http:// or https://');
}

/** A text of at most so many characters. */
export function parseText(text: string, maxLength: number): Outcome<string, UnreadableCell> {
  return text.length <= maxLength ? ok(text) : unreadable(text, `is longer than ${maxLength} characters`);
}

/** SKUs and barcodes: exports put an apostrophe before digits so that spreadsheets keep their leading zeros. */
export function parseCode(text: string): Outcome<string, UnreadableCell> {
  return parseText(/^'\d+$/.test(text) ? text.slice(1) : text, MAX_LINE);
}
