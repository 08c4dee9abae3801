import type { ReportFormat, ReportKind } from '@/lib/reports/model';

export const KIND_WORDS: Readonly<Record<ReportKind, string>> = {
  sales: 'Sales by day',
  orders: 'Orders',
  inventory: 'Inventory',
  customers: 'Customers',
};

export const FORMAT_WORDS: Readonly<Record<ReportFormat, string>> = {
  csv: 'CSV',
  xlsx: 'Excel (XLSX)',
  pdf: 'PDF with a chart',
};

const DAY_MS = 86_400_000;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Days that are often asked for, by the reader's own calendar; both included. */
export function presets(now = new Date()): readonly { label: string; from: string; to: string }[] {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const [year, month] = [now.getFullYear(), now.getMonth()];
  const monday = today - ((now.getDay() + 6) % 7) * DAY_MS;
  return [
    { label: 'Today', from: dayOf(today), to: dayOf(today) },
    { label: 'Last week', from: dayOf(monday - 7 * DAY_MS), to: dayOf(monday - DAY_MS) },
    { label: 'This month', from: dayOf(Date.UTC(year, month, 1)), to: dayOf(today) },
    { label: 'Last month', from: dayOf(Date.UTC(year, month - 1, 1)), to: dayOf(Date.UTC(year, month, 0)) },
    { label: 'This year', from: dayOf(Date.UTC(year, 0, 1)), to: dayOf(today) },
    { label: 'Last year', from: dayOf(Date.UTC(year - 1, 0, 1)), to: dayOf(Date.UTC(year - 1, 11, 31)) },
  ];
}
