import type PDFDocument from 'pdfkit';
import { formatDecimal } from '@/lib/kernel/money';
import type { Column, Row, Value } from '../table';
import { type Format, type Heading, NOTHING } from './format';
import { addToSeries, drawChart, type Series } from './pdf-chart';

/** How many rows there are, and by currency the sum of each column that has one. */
export type PdfState = {
  readonly rows: number;
  readonly sums: Readonly<Record<string, readonly number[]>>;
  /** Of the chart. A report that was begun by a release before has none, and is drawn without. */
  readonly series?: Series;
};

/** A page of paper is for reading: who wants more rows wants a table to work with. */
export const MOST_PDF_ROWS = 1_000;

const MARGIN = 36;
const ROW_HEIGHT = 13;
const FONT_SIZE = 7.5;
/** How much of a font's size a character of text takes, on average. */
const CHARACTER = 0.52;

/** The fonts that are part of every PDF reader know Windows' Latin letters and no others. */
const printable = (text: string) => text.replace(/[^\x20-\x7e\xa0-\xff€–—‘’“”•…™]/gu, '?');

/** A summary, a chart and the first rows as a table, on landscape A4. Bounded, so it is drawn at once when all rows have been summed. */
export const pdf: Format<PdfState> = {
  begin: () => ({ bytes: NOTHING, state: { rows: 0, sums: {}, series: {} } }),
  add: (heading, rows, state) => {
    const { columns } = heading;
    const sums = new Map(Object.entries(state.sums).map(([currency, of]) => [currency, [...of]]));
    for (const { currency, values } of rows) {
      const of = sums.get(currency) ?? columns.map(() => 0);
      columns.forEach(({ isSummed }, at) => {
        if (isSummed) of[at] = (of[at] ?? 0) + Number(values[at] ?? 0);
      });
      sums.set(currency, of);
    }
    return {
      bytes: NOTHING,
      state: {
        rows: state.rows + rows.length,
        sums: Object.fromEntries(sums),
        series: addToSeries(heading, rows, state.series ?? {}),
      },
    };
  },
  end: async (heading, state, readFirst) => draw(heading, state, await readFirst(MOST_PDF_ROWS)),
};

function cell({ kind }: Column, value: Value, currency: string, { writeTime }: Heading): string {
  if (value === null) return '';
  if (typeof value === 'string') return printable(value);
  if (kind === 'money') return formatDecimal({ amount: value, currency });
  return kind === 'time' ? writeTime(value) : String(value);
}

async function draw(heading: Heading, state: PdfState, rows: readonly Row[]): Promise<Uint8Array> {
  // Only where one is drawn: it takes 26 MB of memory.
  const { default: Drawing } = await import('pdfkit');
  const document = new Drawing({
    size: 'A4',
    layout: 'landscape',
    margin: MARGIN,
    info: { Title: heading.title, Producer: 'Doorbuster', Creator: 'Doorbuster' },
  });
  const pieces: Buffer[] = [];
  const written = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (piece: Buffer) => pieces.push(piece));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(pieces))));
    document.on('error', reject);
  });
  drawSummary(document, heading, state);
  const room = { x: MARGIN, width: document.page.width - 2 * MARGIN };
  drawChart(document, heading, state.series ?? {}, printable, room);
  drawTable(document, heading, rows);
  if (state.rows > rows.length) {
    document.x = MARGIN;
    document.moveDown(0.5);
    note(
      document,
      `The first ${rows.length} of ${state.rows} rows. All of them are in the report as CSV or XLSX.`,
    );
  }
  document.end();
  return written;
}

type Document = InstanceType<typeof PDFDocument>;

function note(document: Document, text: string): void {
  document.font('Helvetica').fontSize(9).text(printable(text), MARGIN, document.y);
}

function drawSummary(document: Document, heading: Heading, state: PdfState): void {
  document.font('Helvetica-Bold').fontSize(18).text(printable(heading.title)).moveDown(0.3);
  for (const [name, value] of [...heading.facts, ['Rows', String(state.rows)] as const])
    note(document, `${name}: ${value}`);
  for (const [currency, sums] of Object.entries(state.sums)) {
    const told = heading.columns.flatMap((column, at) =>
      column.isSummed ? [`${column.key} ${cell(column, sums[at] ?? 0, currency, heading)}`] : [],
    );
    document.moveDown(0.3);
    note(document, `Total ${currency}: ${told.join(' · ')}`.replaceAll(' · ', ', '));
  }
  document.moveDown(0.8);
}

function drawTable(document: Document, heading: Heading, rows: readonly Row[]): void {
  const shownAt = heading.columns.flatMap(({ isOffPaper }, at) => (isOffPaper ? [] : [at]));
  const columns = shownAt.flatMap((at) => heading.columns[at] ?? []);
  const room = document.page.width - 2 * MARGIN;
  const wanted = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => (width / wanted) * room);
  let y = document.y;

  const drawRow = (texts: readonly string[], font: string) => {
    document.font(font).fontSize(FONT_SIZE);
    let x = MARGIN;
    texts.forEach((text, at) => {
      const width = widths[at] ?? 0;
      const fits = Math.max(1, Math.floor((width - 4) / (FONT_SIZE * CHARACTER)));
      const shown = text.length > fits ? `${text.slice(0, Math.max(1, fits - 1))}…` : text;
      const isNumber = columns[at]?.kind === 'money' || columns[at]?.kind === 'count';
      document.text(shown, x, y, { width: width - 4, align: isNumber ? 'right' : 'left', lineBreak: false });
      x += width;
    });
    y += ROW_HEIGHT;
  };
  const names = columns.map(({ key }) => key);
  drawRow(names, 'Helvetica-Bold');
  for (const { values, currency } of rows) {
    if (y > document.page.height - MARGIN - ROW_HEIGHT) {
      document.addPage();
      y = MARGIN;
      drawRow(names, 'Helvetica-Bold');
    }
    drawRow(
      columns.map((column, at) => cell(column, values[shownAt[at] ?? 0] ?? null, currency, heading)),
      'Helvetica',
    );
  }
  document.y = y;
}
