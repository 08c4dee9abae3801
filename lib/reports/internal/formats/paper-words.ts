import { formatDecimal } from '@/lib/kernel/money';
import type { Column, Value } from '../table';

const SPELLED: Readonly<Record<string, string>> = { sku: 'SKU', email: 'E-mail' };

/** What a column is called where people read: `placed_at` is `Placed`. Files for programs keep the key. */
export function headOf(key: string): string {
  const words = key.replace(/_at$/, '').replaceAll('_', ' ');
  return SPELLED[words] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** `12880.50` is `12,880.50`. */
export const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');

/** A value as it stands on paper: the currency and the time zone are said beside it. */
export function cellOf(
  { key, kind, isSummed }: Column,
  value: Value,
  currency: string,
  writeTime: (ms: number) => string,
): string {
  if (value === null) return '';
  if (typeof value === 'string') return key === 'status' ? value.replaceAll('_', ' ') : value;
  if (kind === 'money') return grouped(formatDecimal({ amount: value, currency }));
  if (kind === 'time') return writeTime(value).slice(0, 'YYYY-MM-DDThh:mm'.length).replace('T', ' ');
  return isSummed ? grouped(String(value)) : String(value);
}

/** The smallest round figure that is not below `value`: what an axis ends at. */
export function roundUp(value: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return ([1, 2, 4, 5, 10].find((many) => many * step >= value) ?? 10) * step;
}
