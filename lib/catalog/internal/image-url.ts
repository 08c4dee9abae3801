/** Stands in for a picture that is not rendered yet: a merchant's remote copy is never shown from where it lies. */
const PLACEHOLDER = '/placeholder.svg';

/** Where a browser without a choice finds a picture whose renderings begin with `path` (`${path}-800.webp`). */
export function imageUrl(path: string | null): string {
  return path === null ? PLACEHOLDER : `${path}-800.webp`;
}
