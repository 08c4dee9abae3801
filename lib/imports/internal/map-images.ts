import { type ImportMessage, noteAt } from '../model';
import { parseImageUrl } from './cells';
import type { ImageInFile, VariantInFile } from './product-in-file';
import type { Row } from './read-rows';

const MAX_IMAGES = 250;

/** The images of a product's rows and variants, each address once, by their positions where they have one. */
export function mapImages(
  rows: readonly Row[],
  variants: readonly VariantInFile[],
  messages: ImportMessage[],
): ImageInFile[] {
  const found: { readonly image: ImageInFile; readonly position: number }[] = [];
  for (const row of rows) {
    const source = row.cell('imageSource');
    if (!source) continue;
    const url = parseImageUrl(source);
    if (!url.ok) messages.push(noteAt(row.line, `The image was left out: ${url.message}.`));
    else found.push({ image: { url: url.value, alt: row.cell('imageAlt') }, position: readPosition(row) });
  }
  found.sort((one, other) => one.position - other.position);

  const images = new Map<string, ImageInFile>();
  for (const { image } of found) {
    const known = images.get(image.url);
    if (known === undefined || (!known.alt && image.alt)) images.set(image.url, image);
  }
  for (const { imageUrl } of variants) {
    if (imageUrl !== undefined && !images.has(imageUrl)) images.set(imageUrl, { url: imageUrl });
  }
  if (images.size > MAX_IMAGES) {
    const line = rows[0]?.line ?? 1;
    messages.push(noteAt(line, `The product has ${images.size} images; the first ${MAX_IMAGES} were taken.`));
  }
  return [...images.values()].slice(0, MAX_IMAGES);
}

/** Where an image wants to stand. Those that do not say come last, in the order of the file. */
function readPosition(row: Row): number {
  const text = row.cell('imagePosition') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.MAX_SAFE_INTEGER;
}
