import { isMap, orNull } from './values';

type Call = (self: unknown, ...args: unknown[]) => unknown;

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new Error('A text was expected.');
  return value;
};

function size(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  if (isMap(value)) return Object.keys(value).length;
  throw new Error('This has no size.');
}

function toNumber(value: unknown): number {
  const number = typeof value === 'number' ? value : Number(text(value));
  if (Number.isNaN(number)) throw new Error('This is no number.');
  return number;
}

function toText(value: unknown): string {
  const plain = orNull(value);
  return typeof plain === 'string' ? plain : JSON.stringify(plain);
}

/** Functions whose first argument may as well stand before a point: `size(x)` and `x.size()`. */
export const CALLS: Readonly<Record<string, Call>> = {
  size,
  startsWith: (self, start) => text(self).startsWith(text(start)),
  endsWith: (self, end) => text(self).endsWith(text(end)),
  contains: (self, part) => (Array.isArray(self) ? self.includes(part) : text(self).includes(text(part))),
  matches: (self, pattern) => new RegExp(text(pattern), 'u').test(text(self)),
  lowerAscii: (self) => text(self).toLowerCase(),
  upperAscii: (self) => text(self).toUpperCase(),
  lowercase: (self) => text(self).toLowerCase(),
  uppercase: (self) => text(self).toUpperCase(),
  trim: (self) => text(self).trim(),
  split: (self, by) => text(self).split(text(by)),
  join: (self, by) => (self as unknown[]).map(toText).join(by === undefined ? '' : text(by)),
  replace: (self, from, to) => text(self).replaceAll(text(from), text(to)),
  string: toText,
  int: (self) => Math.trunc(toNumber(self)),
  uint: (self) => Math.trunc(toNumber(self)),
  double: toNumber,
  bool: (self) => (typeof self === 'string' ? self === 'true' : Boolean(self)),
  // Instants are numbers here, so that they compare.
  timestamp: (self) => instant(self),
  date: (self) => instant(self),
};

function instant(value: unknown): number {
  const at = typeof value === 'number' ? value : Date.parse(text(value));
  if (Number.isNaN(at)) throw new Error('This is no date.');
  return at;
}
