import { notFound } from 'next/navigation';

/** The text of a path segment, which Next hands on percent-encoded. What cannot be read does not exist. */
export function segment(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    notFound();
  }
}
