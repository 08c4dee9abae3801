import type PDFDocument from 'pdfkit';
import type { Column, Row } from '../table';
import { type Format, type Heading, NOTHING } from './format';
import { cellOf, headOf } from './paper-words';
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
const ROW_HEIGHT = 14;
/** Between columns, so that a figure does not touch the text beside it. */
const GAP = 8;
const TIME_WIDTH = 17;
const LINE = '#dfdcd4';
const MUTED = '#55534c';
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

async function draw(heading: Heading, state: PdfState, rows: readonly Row[]): Promise<Uint8Array> {
  // Only where one is drawn: it takes 26 MB of memory.
  const { default: Drawing } = await import('pdfkit');
  const document = new Drawing({
    size: 'A4',
    layout: 'landscape',
    margin: MARGIN,
    // The foot of a page says how many there are.
    bufferPages: true,
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
  drawRows(document, heading, rows);
  if (state.rows > rows.length) {
    document.x = MARGIN;
    document.moveDown(0.5);
    note(
      document,
      `The first ${rows.length} of ${state.rows} rows. All of them are in the report as CSV or XLSX.`,
    );
  }
  drawFeet(document, heading);
  document.end();
  return written;
}

type Document = InstanceType<typeof PDFDocument>;

function note(document: Document, text: string): void {
  document.font('Helvetica').fontSize(9).fillColor('black').text(printable(text), MARGIN, document.y);
}

/** The title, what the report is of, and what it comes to in each currency. */
function drawSummary(document: Document, heading: Heading, state: PdfState): void {
  document.font('Helvetica-Bold').fontSize(18).text(printable(heading.title)).moveDown(0.4);
  const facts = [...heading.facts, ['Rows', String(state.rows)] as const];
  const step = (document.page.width - 2 * MARGIN) / facts.length;
  const top = document.y;
  facts.forEach(([name, value], at) => {
    const place = { width: step - GAP, lineBreak: false, ellipsis: true } as const;
    const x = MARGIN + at * step;
    document.font('Helvetica').fontSize(7).fillColor(MUTED).text(printable(name), x, top, place);
    document
      .fontSize(9)
      .fillColor('black')
      .text(printable(value), x, top + 10, place);
  });
  document.y = top + 34;
  const summed = heading.columns.flatMap((column, at) => (column.isSummed ? [{ column, at }] : []));
  const totals = Object.entries(state.sums);
  if (summed.length > 0 && totals.length > 0) {
    drawTable(
      document,
      [
        { head: 'In all', width: 10, isFigure: false },
        ...summed.map(({ column }) => ({ head: headOf(column.key), width: 12, isFigure: true })),
      ],
      totals.map(([currency, sums]) => [
        currency,
        ...summed.map(({ column, at }) => cellOf(column, sums[at] ?? 0, currency, heading.writeTime)),
      ]),
    );
    document.y += 14;
  }
}

function drawRows(document: Document, heading: Heading, rows: readonly Row[]): void {
  const shown = heading.columns.flatMap((column, at) => (column.isOffPaper ? [] : [{ column, at }]));
  drawTable(
    document,
    shown.map(({ column }) => ({
      head: headOf(column.key),
      width: column.kind === 'time' ? TIME_WIDTH : column.width,
      isFigure: isFigure(column),
    })),
    rows.map(({ values, currency }) =>
      shown.map(({ column, at }) => cellOf(column, values[at] ?? null, currency, heading.writeTime)),
    ),
  );
}

const isFigure = ({ kind }: Column) => kind === 'money' || kind === 'count';

type Head = { readonly head: string; readonly width: number; readonly isFigure: boolean };

/** A table over the width of the page; its heads are said again on each further one. */
function drawTable(document: Document, heads: readonly Head[], rows: readonly (readonly string[])[]): void {
  const room = document.page.width - 2 * MARGIN;
  const wanted = heads.reduce((sum, { width }) => sum + width, 0);
  const widths = heads.map(({ width }) => (width / wanted) * room);
  let y = document.y;

  const drawRow = (texts: readonly string[], font: string, colour: string) => {
    document.font(font).fontSize(FONT_SIZE).fillColor(colour);
    let x = MARGIN;
    texts.forEach((text, at) => {
      const width = (widths[at] ?? 0) - GAP;
      const fits = Math.max(1, Math.floor(width / (FONT_SIZE * CHARACTER)));
      const short = text.length > fits ? `${text.slice(0, Math.max(1, fits - 1))}…` : text;
      const align = heads[at]?.isFigure ? 'right' : 'left';
      document.text(printable(short), x, y + 3, { width, align, lineBreak: false });
      x += widths[at] ?? 0;
    });
    y += ROW_HEIGHT;
    document
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + room - GAP, y)
      .lineWidth(0.5)
      .strokeColor(LINE)
      .stroke();
  };
  const names = heads.map(({ head }) => head);
  drawRow(names, 'Helvetica', MUTED);
  for (const row of rows) {
    if (y > document.page.height - MARGIN - ROW_HEIGHT) {
      document.addPage();
      y = MARGIN;
      drawRow(names, 'Helvetica', MUTED);
    }
    drawRow(row, 'Helvetica', 'black');
  }
  document.fillColor('black');
  document.x = MARGIN;
  document.y = y;
}

/** What it is and which page, at the foot of each. */
function drawFeet(document: Document, { title, facts }: Heading): void {
  const { start, count } = document.bufferedPageRange();
  const what = printable([title, facts[0]?.[1] ?? ''].filter((part) => part !== '').join(' – '));
  for (let at = start; at < start + count; at += 1) {
    document.switchToPage(at);
    // Below the margin, where text would begin a page of its own.
    document.page.margins.bottom = 0;
    const y = document.page.height - MARGIN + 12;
    const place = { width: document.page.width - 2 * MARGIN, lineBreak: false } as const;
    document.font('Helvetica').fontSize(7).fillColor(MUTED).text(what, MARGIN, y, place);
    document.text(`${at - start + 1} / ${count}`, MARGIN, y, { ...place, align: 'right' });
  }
}
