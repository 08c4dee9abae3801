const WORD = /\p{L}[\p{L}\p{M}]*/gu;

/** Fewer letters are too alike to guess from, more are no word. */
const MIN_LETTERS = 3;
const MAX_LETTERS = 40;

/** The words of a text that can be mistyped and recognised: letters only, lower case. */
export function wordsIn(text: string): string[] {
  const words = text.normalize('NFC').toLowerCase().match(WORD) ?? [];
  return words.filter((word) => word.length >= MIN_LETTERS && word.length <= MAX_LETTERS);
}

/** A word as it is compared: accents are the first thing that people leave out, ligatures the second. */
export function foldWord(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');
}
