import { nearestWord } from './internal/nearest-word';
import { foldWord, wordsIn } from './internal/words';
import type { Suggestions } from './model';
import { listCollections, listProducts, type ProductView } from './queries';

const MAX_PRODUCTS = 6;
const MAX_COLLECTIONS = 2;

/**
 * What a search that is being typed could mean: collections whose title has words that begin like the
 * typed ones, and the products that come first. Two statements, two more for a typing error.
 */
export async function suggestSearch(text: string, view: ProductView = {}): Promise<Suggestions> {
  const [{ items, correctedQuery }, collections] = await Promise.all([
    listProducts({ ...view, query: text, sort: 'relevance', limit: MAX_PRODUCTS }),
    listCollections(view.language),
  ]);
  const fitting = collections.filter(({ title }) => isMeant(title, text));
  return {
    products: items,
    collections: fitting.slice(0, MAX_COLLECTIONS).map(({ slug, title }) => ({ slug, title })),
    ...(correctedQuery === undefined ? {} : { correctedQuery }),
  };
}

/** Collections are few: they are compared here, slips included. */
function isMeant(title: string, text: string): boolean {
  const words = wordsIn(title).map((word) => ({ folded: foldWord(word) }));
  const typed = wordsIn(text).map(foldWord);
  return (
    typed.length > 0 &&
    typed.every(
      (word) =>
        words.some(({ folded }) => folded.startsWith(word)) || nearestWord(word, words, true) !== null,
    )
  );
}
