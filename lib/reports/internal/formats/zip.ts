import { constants, deflateRawSync } from 'node:zlib';
import { crc32 } from './crc32';

/**
 * A zip archive that is written in pieces, by processes that know of each other only the plain state below. A library keeps an open
 * DEFLATE stream in memory, which does not outlive a step; but DEFLATE streams can be put behind one another if each ends on a
 * byte without ending the stream (a sync flush), and CRC-32 goes on from a number.
 */

type Entry = {
  readonly name: string;
  readonly crc: number;
  readonly size: number;
  readonly packed: number;
  readonly at: number;
};

export type ZipState = {
  /** How many bytes the archive has so far. */
  readonly length: number;
  readonly closed: readonly Entry[];
  readonly open: Entry | null;
};

export const EMPTY_ZIP: ZipState = { length: 0, closed: [], open: null };

const encoder = new TextEncoder();
/** An empty final block: the stream ends. */
const FINAL_BLOCK = Uint8Array.of(3, 0);
/** Deflated; sizes and checksum follow the data, for nobody knows them before; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1 January 1980, zip's first day: equal reports are equal files. */
const DATE = 0x0021;
/** What the plain format can say; the one for larger archives is not needed for what a sheet can hold. */
const MAX = 0xffff_ffff;

/** Numbers as little-endian fields: `[value, bytes]`. */
function fields(...list: readonly (readonly [value: number, size: 2 | 4])[]): Uint8Array {
  const bytes = new Uint8Array(list.reduce((sum, [, size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, size] of list) {
    if (value > MAX) throw new RangeError('The archive is larger than 4 GiB.');
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

/** Builds an archive in memory, piece by piece; take what it has written with `take`, and go on later from `state`. */
export class ZipWriter {
  #pieces: Uint8Array[] = [];
  #state: ZipState;

  constructor(state: ZipState) {
    this.#state = state;
  }

  get state(): ZipState {
    return this.#state;
  }

  /** Begins an entry. */
  open(name: string): this {
    const entry = { name, crc: 0, size: 0, packed: 0, at: this.#state.length };
    const path = encoder.encode(name);
    this.#push(
      fields(
        [0x04034b50, 4],
        [VERSION, 2],
        [FLAGS, 2],
        [DEFLATED, 2],
        [0, 2],
        [DATE, 2],
        [0, 4],
        [0, 4],
        [0, 4],
      ),
      fields([path.length, 2], [0, 2]),
      path,
    );
    this.#state = { ...this.#state, open: entry };
    return this;
  }

  /** Adds to the open entry. */
  write(text: string): this {
    const bytes = encoder.encode(text);
    const { open } = this.#state;
    if (open === null) throw new Error('No entry is open.');
    const packed = deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, level: 5 });
    this.#push(packed);
    const grown = {
      ...open,
      crc: crc32(bytes, open.crc),
      size: open.size + bytes.length,
      packed: open.packed + packed.length,
    };
    this.#state = { ...this.#state, open: grown };
    return this;
  }

  /** Ends the open entry. */
  close(): this {
    const { open } = this.#state;
    if (open === null) throw new Error('No entry is open.');
    const entry = { ...open, packed: open.packed + FINAL_BLOCK.length };
    this.#push(FINAL_BLOCK, fields([0x08074b50, 4], [entry.crc, 4], [entry.packed, 4], [entry.size, 4]));
    this.#state = { ...this.#state, closed: [...this.#state.closed, entry], open: null };
    return this;
  }

  /** Ends the archive. */
  end(): this {
    const { closed, length: start } = this.#state;
    for (const { name, crc, size, packed, at } of closed) {
      const path = encoder.encode(name);
      this.#push(
        fields([0x02014b50, 4], [VERSION, 2], [VERSION, 2], [FLAGS, 2], [DEFLATED, 2], [0, 2], [DATE, 2]),
        fields(
          [crc, 4],
          [packed, 4],
          [size, 4],
          [path.length, 2],
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 4],
          [at, 4],
        ),
        path,
      );
    }
    const count = closed.length;
    const size = this.#state.length - start;
    this.#push(
      fields([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [start, 4], [0, 2]),
    );
    return this;
  }

  /** What was written since the last time. */
  take(): Uint8Array {
    const bytes = new Uint8Array(Buffer.concat(this.#pieces));
    this.#pieces = [];
    return bytes;
  }

  #push(...pieces: readonly Uint8Array[]): void {
    this.#pieces.push(...pieces);
    const added = pieces.reduce((sum, piece) => sum + piece.length, 0);
    this.#state = { ...this.#state, length: this.#state.length + added };
  }
}
