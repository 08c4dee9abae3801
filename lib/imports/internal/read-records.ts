import { type CsvError, type Parser, parse } from 'csv-parse';

/** One record as it stands in the file, with the physical lines that it covers. */
export type CsvRecord = {
  readonly line: number;
  readonly lastLine: number;
  readonly cells: readonly string[];
  /** Why the cells cannot be trusted; null when they can. */
  readonly problem: string | null;
};

/** Far above any honest product page: past it a quote was opened and forgotten. */
const MAX_RECORD_BYTES = 4_000_000;
const MAX_RESTARTS = 20;
const CHUNK_BYTES = 64 * 1024;
const QUOTE = '"'.charCodeAt(0);
const CR = '\r'.charCodeAt(0);
const LF = '\n'.charCodeAt(0);

/**
 * The records of a CSV text in order, blank ones included as one empty cell. A quote that is never closed spoils
 * the record that it stands in; reading goes on with the next line.
 */
export async function* readRecords(text: string, delimiter: string): AsyncGenerator<CsvRecord> {
  const bytes = Buffer.from(text);
  const isClassicMac = firstLineBreak(bytes) === '\r';
  const lines = findLines(bytes, isClassicMac);
  let from = 0;
  for (let restarts = 0; from < bytes.length; restarts += 1) {
    let end = from;
    try {
      for await (const { cells, endsAfter } of parseCsv(bytes.subarray(from), delimiter, isClassicMac)) {
        const start = end;
        end = from + endsAfter;
        yield describeRecord(bytes, start, end, cells, lines);
      }
      return;
    } catch (error) {
      if (!isForgottenQuote(error)) throw error;
      const line = lines.at(end);
      const isGivenUp = restarts >= MAX_RESTARTS;
      const problem = `A quote opens here and is never closed${isGivenUp ? ': nothing from here on was read' : ''}.`;
      yield { line, lastLine: line, cells: [''], problem };
      if (isGivenUp) return;
      from = lines.nextStart(end);
    }
  }
}

type Parsed = { readonly cells: string[]; readonly endsAfter: number };

/** Feeds the parser chunk by chunk. Records come by its callback: an error would drop those in a stream's buffer. */
async function* parseCsv(bytes: Buffer, delimiter: string, isClassicMac: boolean): AsyncGenerator<Parsed> {
  let ready: Parsed[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: isClassicMac ? ['\r'] : ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD_BYTES,
    on_record: (cells: string[], { bytes: endsAfter }) => {
      ready.push({ cells, endsAfter });
      return null;
    },
  });
  // Each error also reaches the callback of the write that met it; unheard, the event would end the process.
  parser.on('error', () => undefined);
  for (let at = 0; at <= bytes.length; at += CHUNK_BYTES) {
    const isLast = at + CHUNK_BYTES > bytes.length;
    const failure = await feed(parser, bytes.subarray(at, at + CHUNK_BYTES), isLast);
    yield* ready;
    ready = [];
    if (failure) throw failure;
  }
}

async function feed(parser: Parser, chunk: Buffer, isLast: boolean): Promise<Error | null> {
  const written = await new Promise<Error | null>((resolve) => {
    parser.write(chunk, (error) => resolve(error ?? null));
  });
  if (written !== null || !isLast) return written;
  return new Promise((resolve) => {
    parser.once('error', resolve);
    parser.end(() => resolve(null));
  });
}

function describeRecord(bytes: Buffer, start: number, end: number, cells: string[], lines: Lines): CsvRecord {
  const line = lines.at(start);
  const lastLine = lines.at(end - 1);
  // relax_quotes keeps a cell whose quotes do not match as it is, opening quote included.
  const isSuspect = cells.some((cell) => cell.startsWith('"'));
  const isBroken = isSuspect && hasBrokenQuotes(bytes.toString('utf8', start, end), cells);
  if (!isBroken) return { line, lastLine, cells, problem: null };
  const where = lastLine > line ? ` (read up to line ${lastLine})` : '';
  return {
    line,
    lastLine,
    cells,
    problem: `The quotes of this row do not match${where}: a quote inside a quoted cell must be doubled.`,
  };
}

function hasBrokenQuotes(raw: string, cells: readonly string[]): boolean {
  return cells.some((cell) => cell.startsWith('"') && !raw.includes(`"${cell.replaceAll('"', '""')}"`));
}

function isForgottenQuote(error: unknown): boolean {
  const code = (error as Partial<CsvError>).code;
  return code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE';
}

/** How the first record ends: old spreadsheets on a Mac end records with a lone CR and put LF inside of cells. */
function firstLineBreak(bytes: Buffer): '\r' | '\n' {
  let isQuoted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (!isQuoted && byte === LF) return '\n';
    else if (!isQuoted && byte === CR) return bytes[at + 1] === LF ? '\n' : '\r';
  }
  return '\n';
}

type Lines = {
  /** The physical line, from 1, of the byte at an offset. */
  readonly at: (offset: number) => number;
  /** Where the line after the one of this offset starts. */
  readonly nextStart: (offset: number) => number;
};

/** csv-parse counts lines its own way when records span several; an editor counts line breaks, and so do we. */
function findLines(bytes: Buffer, isClassicMac: boolean): Lines {
  const starts = [0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    const isBreak = byte === LF || (isClassicMac && byte === CR && bytes[at + 1] !== LF);
    if (isBreak) starts.push(at + 1);
  }
  /** By bisection: which of the starts is the last one not after the offset. */
  const indexOf = (offset: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    at: (offset) => indexOf(offset) + 1,
    nextStart: (offset) => starts[indexOf(offset) + 1] ?? bytes.length,
  };
}
