import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type PDFDocument from 'pdfkit';

type Document = InstanceType<typeof PDFDocument>;
type Font = 'text' | 'strong' | 'wide';

export type PaperColumn = {
  readonly head: string;
  /** Of the paper's width. */
  readonly share: number;
  readonly isFigure?: boolean;
};

/** A cell: its text, and small below it what else there is. */
export type PaperCell = readonly [string, string?];

export type PaperSum = readonly [string, string, 'strong'?];

/** Who writes, what it is, and to whom. */
export type PaperHead = {
  readonly shop: string;
  readonly shopLines: readonly string[];
  readonly title: string;
  readonly facts: readonly string[];
  readonly toLabel: string;
  readonly to: readonly string[];
  readonly toDetail?: string;
};

export type Paper = {
  readonly head: (head: PaperHead) => void;
  readonly table: (columns: readonly PaperColumn[], rows: readonly (readonly PaperCell[])[]) => void;
  readonly sums: (sums: readonly PaperSum[]) => void;
  readonly close: () => Promise<Uint8Array>;
};

const MARGIN = 48;
const GREY = '#666666';
const INK = '#111111';
const LINE = '#d0d0d0';

/** The letters that PDF readers bring know Western names alone: these fonts go along, the parts that are used. */
const FONT_FILES: Readonly<Record<Font, string>> = {
  text: 'DejaVuSans.ttf',
  strong: 'DejaVuSans-Bold.ttf',
  wide: 'DroidSansFallback.ttf',
};

/** Scripts of East Asia, and the signs that are written with them. */
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/;

const files = new Map<Font, Promise<Buffer>>();

function fontFile(font: Font): Promise<Buffer> {
  const known = files.get(font);
  if (known !== undefined) return known;
  const read = readFile(join(process.cwd(), 'lib/orders/internal/fonts', FONT_FILES[font]));
  files.set(font, read);
  return read;
}

/** The pieces of a text by the font that has their letters. */
export function runsOf(text: string, font: Font): { readonly font: Font; readonly text: string }[] {
  const runs: { font: Font; text: string }[] = [];
  for (const letter of text.replaceAll(/\p{Cc}/gu, ' ')) {
    const of = WIDE.test(letter) ? 'wide' : font;
    const last = runs.at(-1);
    if (last?.font === of) last.text += letter;
    else runs.push({ font: of, text: letter });
  }
  return runs;
}

/** A sheet of A4 that is written from top to bottom, and goes on on further ones. */
export async function openPaper(title: string, language: string): Promise<Paper> {
  const [{ default: Drawing }, ...fonts] = await Promise.all([
    import('pdfkit'),
    ...(Object.keys(FONT_FILES) as Font[]).map(async (font) => [font, await fontFile(font)] as const),
  ]);
  const document = new Drawing({
    size: 'A4',
    margin: MARGIN,
    lang: language,
    info: { Title: title, Producer: 'Doorbuster', Creator: 'Doorbuster' },
    // None of a reader's own fonts is asked for.
    font: '',
  });
  for (const [name, file] of fonts) document.registerFont(name, file);
  const pieces: Buffer[] = [];
  const written = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (piece: Buffer) => pieces.push(piece));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(pieces))));
    document.on('error', reject);
  });
  const width = document.page.width - 2 * MARGIN;
  const bottom = document.page.height - MARGIN;
  let y = MARGIN;

  const makeRoom = (height: number) => {
    if (y + height <= bottom) return;
    document.addPage();
    y = MARGIN;
  };

  return {
    head({ shop, shopLines, title: kind, facts, toLabel, to, toDetail }) {
      const half = width / 2 - 12;
      let at = y + write(document, shop, MARGIN, y, { width: half, size: 14, font: 'strong' }) + 4;
      for (const text of shopLines.filter((one) => one.trim() !== ''))
        at += write(document, text.trim(), MARGIN, at, { width: half, size: 9, colour: GREY });
      let beside = y;
      const right = MARGIN + width / 2 + 12;
      beside += write(document, kind, right, beside, { width: half, size: 14, font: 'strong' }) + 4;
      for (const text of facts) beside += write(document, text, right, beside, { width: half, size: 9 });
      y = Math.max(at, beside) + 24;
      y += write(document, toLabel, MARGIN, y, { width: half, size: 8, colour: GREY }) + 2;
      for (const [index, text] of to.entries())
        y += write(document, text, MARGIN, y, {
          width: half,
          size: 10,
          font: index === 0 ? 'strong' : 'text',
        });
      if (toDetail !== undefined)
        y += write(document, toDetail, MARGIN, y + 2, { width: half, size: 9, colour: GREY }) + 2;
      y += 24;
    },
    table(columns, rows) {
      const drawHeads = () => {
        let x = MARGIN;
        for (const { head, share, isFigure } of columns) {
          write(document, head, x, y, {
            width: share * width - 8,
            size: 8,
            colour: GREY,
            isRight: isFigure ?? false,
          });
          x += share * width;
        }
        y += 14;
        rule(document, y, width);
        y += 6;
      };
      // Heads never stand alone at the foot of a page.
      makeRoom(60);
      drawHeads();
      for (const row of rows) {
        const heights = row.map(([text, detail], at) => {
          const room = (columns[at]?.share ?? 0) * width - 8;
          return heightOf(document, text, room, 10) + (detail ? heightOf(document, detail, room, 8) : 0);
        });
        const height = Math.max(...heights, 14) + 12;
        if (y + height > bottom) {
          makeRoom(height);
          drawHeads();
        }
        let x = MARGIN;
        for (const [at, [text, detail]] of row.entries()) {
          const column = columns[at];
          const room = (column?.share ?? 0) * width - 8;
          const isRight = column?.isFigure ?? false;
          const used = write(document, text, x, y, { width: room, size: 10, isRight });
          if (detail) write(document, detail, x, y + used, { width: room, size: 8, colour: GREY, isRight });
          x += (column?.share ?? 0) * width;
        }
        y += height - 6;
        rule(document, y, width);
        y += 6;
      }
      y += 6;
    },
    sums(sums) {
      makeRoom(sums.length * 16);
      for (const [name, amount, kind] of sums) {
        const font = kind === 'strong' ? 'strong' : 'text';
        const x = MARGIN + width / 2;
        write(document, name, x, y, { width: width / 4, size: 10, font });
        write(document, amount, x + width / 4, y, { width: width / 4 - 8, size: 10, font, isRight: true });
        y += 16;
      }
      y += 16;
    },
    close() {
      document.end();
      return written;
    },
  };
}

function rule(document: Document, y: number, width: number): void {
  document
    .moveTo(MARGIN, y)
    .lineTo(MARGIN + width, y)
    .lineWidth(0.5)
    .stroke(LINE);
}

type Style = {
  readonly width: number;
  readonly size: number;
  readonly font?: Font;
  readonly colour?: string;
  readonly isRight?: boolean;
};

/** How high a text of several fonts gets, a little generously: lines break where its own font's would. */
function heightOf(document: Document, text: string, width: number, size: number): number {
  const hasWide = WIDE.test(text);
  return (
    document
      .font(hasWide ? 'wide' : 'text')
      .fontSize(size)
      .heightOfString(text || ' ', { width }) + 2
  );
}

/** Writes a text, each letter in a font that has it, and gives how high it became. */
function write(document: Document, text: string, x: number, y: number, style: Style): number {
  const { width, size, font = 'text', colour = INK, isRight = false } = style;
  const runs = runsOf(text, font);
  document.fontSize(size).fillColor(colour);
  // What is aligned to the right are figures: one run.
  if (isRight || runs.length <= 1) {
    document
      .font(runs[0]?.font ?? font)
      .text(runs[0]?.text ?? '', x, y, { width, align: isRight ? 'right' : 'left' });
    return document.y - y;
  }
  runs.forEach((run, at) => {
    const isContinued = at < runs.length - 1;
    document.font(run.font);
    if (at === 0) document.text(run.text, x, y, { width, continued: isContinued });
    else document.text(run.text, { width, continued: isContinued });
  });
  return document.y - y;
}
