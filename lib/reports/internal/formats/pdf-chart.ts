import type PDFDocument from 'pdfkit';
import { formatDecimal } from '@/lib/kernel/money';
import type { Row } from '../table';
import type { Heading } from './format';
import { grouped, roundUp } from './paper-words';

/** What is drawn: sums by a label, of one currency. */
export type Series = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Labels that are kept between pages of rows: five years of days, or the greatest that were met so far. */
const MOST_DAYS = 2_000;
const MOST_TOPS = 200;
const BARS = 62;
const TOPS = 10;
const HEIGHT = 150;
const ACT = '#0b33b8';
const LINE = '#dfdcd4';
const MUTED = '#55534c';

/** Adds rows to what will be drawn. */
export function addToSeries(
  { chart, columns, writeTime }: Heading,
  rows: readonly Row[],
  series: Series,
): Series {
  if (chart === undefined) return series;
  const labelAt = columns.findIndex(({ key }) => key === chart.label);
  const valueAt = columns.findIndex(({ key }) => key === chart.value);
  const next = new Map(
    Object.entries(series).map(([currency, sums]) => [currency, new Map(Object.entries(sums))]),
  );
  for (const { currency, values } of rows) {
    const label = values[labelAt];
    if (label === null || label === undefined) continue;
    const text = typeof label === 'number' ? writeTime(label).slice(0, 'YYYY-MM-DD'.length) : label;
    const sums = next.get(currency) ?? new Map<string, number>();
    sums.set(text, (sums.get(text) ?? 0) + Number(values[valueAt] ?? 0));
    next.set(currency, sums);
  }
  return Object.fromEntries(
    [...next].map(([currency, sums]) => [currency, Object.fromEntries(bounded([...sums], chart.kind))]),
  );
}

function bounded(sums: [string, number][], kind: 'days' | 'top'): [string, number][] {
  if (kind === 'days') return sums.slice(-MOST_DAYS);
  return sums.length <= MOST_TOPS ? sums : sums.sort((a, b) => b[1] - a[1]).slice(0, MOST_TOPS);
}

type Document = InstanceType<typeof PDFDocument>;
type Room = { readonly x: number; readonly width: number };

/** Draws the chart of the currency in which there is most of it, at the document's place, and moves on below. */
export function drawChart(
  document: Document,
  { chart, columns }: Heading,
  series: Series,
  printable: (text: string) => string,
  { x, width }: Room,
): void {
  const total = (sums: Readonly<Record<string, number>>) =>
    Object.values(sums).reduce((sum, one) => sum + one, 0);
  const [found] = Object.entries(series).sort(([, a], [, b]) => total(b) - total(a));
  if (chart === undefined || found === undefined || total(found[1]) === 0) return;
  const [currency, sums] = found;
  const isMoney = columns.find(({ key }) => key === chart.value)?.kind === 'money';
  const tell = (value: number) =>
    // The chart's title says the currency.
    grouped(isMoney ? formatDecimal({ amount: Math.round(value), currency }) : String(value));
  document.font('Helvetica-Bold').fontSize(9).fillColor('black');
  document.text(printable(isMoney ? `${chart.title}, ${currency}` : chart.title), x, document.y);
  document.moveDown(0.4);
  const top = document.y;
  if (chart.kind === 'days') drawDays(document, days(sums), tell, { x, width }, top);
  else drawTops(document, sums, tell, printable, { x, width }, top);
  document.fillColor('black').strokeColor('black').lineWidth(1);
  document.x = x;
  document.y = top + HEIGHT + 18;
}

const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

type Bar = { readonly from: string; readonly to: string; readonly value: number };

/** Every day between the first and the last, those without anything too; many days share a bar. */
function days(sums: Readonly<Record<string, number>>): Bar[] {
  const known = Object.keys(sums).sort();
  const [first = '', last = ''] = [known[0], known.at(-1)];
  const all: string[] = [];
  for (let ms = Date.parse(first); ms <= Date.parse(last); ms += 86_400_000)
    all.push(new Date(ms).toISOString().slice(0, 'YYYY-MM-DD'.length));
  const size = Math.max(1, Math.ceil(all.length / BARS));
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => {
    const shared = all.slice(at * size, (at + 1) * size);
    return {
      from: shared[0] ?? '',
      to: shared.at(-1) ?? '',
      value: shared.reduce((sum, day) => sum + (sums[day] ?? 0), 0),
    };
  });
}

function drawDays(
  document: Document,
  bars: readonly Bar[],
  tell: (value: number) => string,
  { x, width }: Room,
  top: number,
) {
  const most = roundUp(Math.max(1, ...bars.map(({ value }) => value)));
  const left = x + 78;
  const room = width - 78;
  document.font('Helvetica').fontSize(7);
  for (const part of [0, 0.5, 1]) {
    const y = top + HEIGHT - part * HEIGHT;
    document
      .moveTo(left, y)
      .lineTo(left + room, y)
      .lineWidth(0.5)
      .strokeColor(LINE)
      .stroke();
    document
      .fillColor(MUTED)
      .text(tell(most * part), x, y - 4, { width: 72, align: 'right', lineBreak: false });
  }
  const step = room / bars.length;
  document.fillColor(ACT);
  bars.forEach(({ value }, at) => {
    const height = (Math.max(0, value) / most) * HEIGHT;
    if (height > 0)
      document.rect(left + at * step + step * 0.12, top + HEIGHT - height, step * 0.76, height).fill();
  });
  const told = [0, Math.floor((bars.length - 1) / 2), bars.length - 1];
  for (const at of new Set(told)) {
    const text = DAY.format(new Date(bars[at]?.from ?? 0));
    const place = Math.min(Math.max(left, left + (at + 0.5) * step - 25), left + room - 50);
    document
      .fillColor(MUTED)
      .text(text, place, top + HEIGHT + 4, { width: 50, align: 'center', lineBreak: false });
  }
}

function drawTops(
  document: Document,
  sums: Readonly<Record<string, number>>,
  tell: (value: number) => string,
  printable: (text: string) => string,
  { x, width }: Room,
  top: number,
) {
  const bars = Object.entries(sums)
    .filter(([, value]) => value > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, TOPS);
  const most = Math.max(1, ...bars.map(([, value]) => value));
  const left = x + 190;
  const room = width - 190 - 90;
  const step = HEIGHT / TOPS;
  document.font('Helvetica').fontSize(7);
  bars.forEach(([label, value], at) => {
    const y = top + at * step;
    const shown = printable(label.length > 44 ? `${label.slice(0, 43)}…` : label);
    document.fillColor(MUTED).text(shown, x, y + 3, { width: 184, align: 'right', lineBreak: false });
    const long = (value / most) * room;
    document
      .fillColor(ACT)
      .rect(left, y + 1.5, long, step - 4)
      .fill();
    document.fillColor(MUTED).text(tell(value), left + long + 4, y + 3, { width: 86, lineBreak: false });
  });
}
