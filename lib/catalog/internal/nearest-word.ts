import { editDistance } from './edit-distance';

/** Of shorter words too many are alike. */
const MIN_LETTERS = 4;

/** From so many letters on, two slips still leave a word that can be told from others. */
const LONG = 6;

/** A beginning is a weaker hint than a whole word. */
const BEGUN = 0.5;

/**
 * Of the candidates (folded, the likest first) the one that was most likely meant by `typed`, or null if none is near
 * enough. A word that may be only begun is compared with beginnings as well.
 */
export function nearestWord<Word extends { readonly folded: string }>(
  typed: string,
  candidates: readonly Word[],
  isBegun: boolean,
): Word | null {
  if (typed.length < MIN_LETTERS) return null;
  let nearest: Word | null = null;
  let least = (typed.length < LONG ? 1 : 2) + (isBegun ? BEGUN : 0);
  for (const candidate of candidates) {
    const distance = distanceTo(typed, candidate.folded, isBegun);
    if (distance < least || (distance === least && nearest === null)) {
      nearest = candidate;
      least = distance;
    }
  }
  return nearest;
}

function distanceTo(typed: string, word: string, isBegun: boolean): number {
  const whole = editDistance(typed, word);
  if (!isBegun || word.length <= typed.length) return whole;
  const beginnings = [-1, 0, 1].map(
    (more) => editDistance(typed, word.slice(0, typed.length + more)) + BEGUN,
  );
  return Math.min(whole, ...beginnings);
}
