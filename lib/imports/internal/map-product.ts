import { errorAt, type ImportMessage, noteAt } from '../model';
import { MAX_LINE, parseTags } from './cells';
import type { ColumnKey } from './columns';
import { findOptions, OPTION_VALUE_KEYS } from './find-options';
import { mapImages } from './map-images';
import { mapVariants } from './map-variants';
import type { ProductInFile } from './product-in-file';
import { checkLength, type ProductRows, readOnce } from './read-once';
import { readStatus } from './read-status';

/** The export itself stops far below; a text index over more could not be built. */
const MAX_DESCRIPTION = 500_000;

/** Reads one product with its variants and images from its rows. Prices are in the shop's currency. */
export function mapProduct(slug: string, rows: ProductRows, currency: string): ProductInFile {
  const { line } = rows[0];
  const messages: ImportMessage[] = [];
  const read = (key: ColumnKey, name: string | null) => readOnce(rows, key, name, messages);

  const title = read('title', 'title') ?? '';
  const vendor = read('vendor', 'vendor');
  const productType = read('type', 'type');
  const descriptionHtml = read('description', null);
  const tags = read('tags', null);
  const status = readStatus(read('status', 'status'), read('published', 'published flag'), line, messages);
  const options = findOptions(rows, messages);
  if (title === '') messages.push(errorAt(line, 'The product has no title.'));
  checkLength('title', title, MAX_LINE, line, messages);
  checkLength('vendor', vendor, MAX_LINE, line, messages);
  checkLength('type', productType, MAX_LINE, line, messages);
  checkLength('description', descriptionHtml, MAX_DESCRIPTION, line, messages);
  if (read('giftCard', null)?.toLowerCase() === 'true')
    messages.push(noteAt(line, 'A gift card is imported as an ordinary product.'));
  if (messages.some(({ severity }) => severity === 'error')) return { slug, line, content: null, messages };

  const variants = mapVariants(rows, options, currency, messages);
  if (variants.length === 0) return { slug, line, content: null, messages };
  return {
    slug,
    line,
    messages,
    content: {
      title,
      descriptionHtml,
      vendor,
      productType,
      tags: tags === undefined ? undefined : parseTags(tags),
      status,
      optionNames: options.map(({ name }) => name),
      hasOptionColumns: OPTION_VALUE_KEYS.some((key) => rows[0].cell(key) !== undefined),
      variants,
      images: mapImages(rows, variants, messages),
    },
  };
}
