import { MAX_SLUG_LENGTH } from './model';

/** Letters that do not come apart into a base letter and a mark. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** Room for the number that tells products of one title apart. */
const MAX_BASE_LENGTH = 80;

/**
 * The words of a title as part of an address: `Été & Co!` is `ete-co`. Empty when nothing of it can be written in
 * letters a to z and digits.
 */
export function slugify(title: string): string {
  const plain = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[ßæœøđðþłı]/g, (letter) => SPELLED[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (plain.length <= MAX_BASE_LENGTH) return plain;
  const cut = plain.slice(0, MAX_BASE_LENGTH + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 40)).replace(/-+$/, '');
}

/** Whether a text can be a product's address as it is: lower-case words of letters and digits, joined by hyphens. */
export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG_LENGTH && /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(text);
}
