import { createHash } from 'node:crypto';
import { isSlug, slugify } from '@/lib/catalog/slug';

/**
 * The address of a handle: itself where it can be one, else its words in plain letters. Where letters have no plain
 * form (東京), a mark made of the whole handle keeps different handles apart, the same one in every import.
 */
export function slugOfHandle(handle: string): string {
  const lower = handle.trim().toLowerCase();
  if (isSlug(lower)) return lower;
  const words = lower.split(/[^\p{L}\p{M}\p{N}'’]+/u).filter((word) => word !== '');
  const plain = words.map(slugify);
  const slug = plain.filter((word) => word !== '').join('-');
  if (words.length > 0 && plain.every((word, at) => isWhole(word, words[at] ?? ''))) return slug;
  const mark = createHash('sha256').update(lower.normalize('NFC')).digest('hex').slice(0, 10);
  return `${slug || 'product'}-${mark}`;
}

/** Whether nothing but marks and apostrophes was lost on the way to plain letters. */
function isWhole(plain: string, word: string): boolean {
  const letters = word.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
  return plain.replaceAll('-', '').length >= letters.length;
}
