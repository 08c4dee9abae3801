import { no, type Outcome, ok } from '@/lib/kernel/outcome';

/** The file as a whole cannot be read; the message says why and what to do, in one sentence. */
export type UnreadableFile = { readonly reason: 'unreadable-file'; readonly message: string };

export type DecodedText = {
  readonly text: string;
  /** What was assumed about the bytes, for the merchant to check; null when there was nothing to assume. */
  readonly note: string | null;
  /** Whether some bytes made no character: {@link LOST_CHARACTER} stands for each of those. */
  readonly isLossy: boolean;
};

/** What a cell holds where bytes made no character: such rows are refused, not stored. */
export const LOST_CHARACTER = '\ufffd';

const SIGNATURES: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook or another zip file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
];
const SAMPLE_BYTES = 4096;
const MAX_NUL_SHARE = 0.01;

export function unreadable(message: string) {
  return no('unreadable-file', { message });
}

/**
 * The text of a CSV file: UTF-8 or UTF-16 with a byte order mark, else UTF-8. What is not valid UTF-8 is taken as
 * Windows-1252 (Excel's "CSV" in the West) unless most of its other accented letters are sound UTF-8: then only the
 * broken characters are lost. Refuses what is no text at all.
 */
export function decodeText(bytes: Uint8Array): Outcome<DecodedText, UnreadableFile> {
  const known = SIGNATURES.find(([signature]) => signature.every((byte, at) => bytes[at] === byte));
  if (known) return notCsv(known[1]);
  const decoded = decode(bytes);
  if (decoded === null) return unreadable('The file is binary data, not CSV text.');
  const start = decoded.text.slice(0, 200).trimStart();
  if (start === '' && decoded.text.trim() === '') return unreadable('The file is empty.');
  if (/^<(!doctype|html|\?xml|head|body|table)/i.test(start)) return notCsv('a web page or XML');
  if (/^[{[]\s*["{[]/.test(start)) return notCsv('JSON');
  return ok(decoded);
}

function notCsv(what: string) {
  return unreadable(
    `The file is ${what}, not CSV: export or save the products as "CSV UTF-8" and import that.`,
  );
}

function decode(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return plain('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return plain('utf-16be', bytes);
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.filter((byte) => byte === 0).length > sample.length * MAX_NUL_SHARE) return null;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: null, isLossy: false };
  } catch {
    return decodeInvalidUtf8(bytes);
  }
}

function plain(encoding: string, bytes: Uint8Array): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), note: null, isLossy: false };
}

function decodeInvalidUtf8(bytes: Uint8Array): DecodedText {
  const lossy = new TextDecoder('utf-8').decode(bytes);
  let sound = 0;
  let lost = 0;
  for (const [character] of lossy.matchAll(/[^\0-\x7f]/gu)) {
    if (character === LOST_CHARACTER) lost += 1;
    else sound += 1;
  }
  if (sound >= lost) return { text: lossy, note: null, isLossy: true };
  return {
    text: decodeWindows1252(bytes),
    isLossy: true,
    note: 'The file is not UTF-8 and was read as Windows-1252: check that accented letters came out right.',
  };
}

/** What Windows-1252 has where Latin-1 has control characters, 0x80 to 0x9f; those that it leaves open are lost. */
const WINDOWS_1252 = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';

/** By a table: TextDecoder of Node 20 takes Windows-1252 for Latin-1. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? LOST_CHARACTER);
}
