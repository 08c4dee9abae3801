/** What a file is called and how it is read. */
export type FileNaming = {
  /** `reports/rep_….csv`, or for a public picture `{hash}-{width}.{ext}`. A name means one content for ever. */
  readonly name: string;
  readonly mediaType: string;
  /** Whether anybody may read it at /files/{name}; everything else is read through a route that asks who it is. */
  readonly isPublic: boolean;
};

/** A file that was written to its end. */
export type StoredFile = FileNaming & {
  /** Where its bytes lie, for {@link readFile}. */
  readonly contentId: string;
  /** SHA-256 of the bytes, 64 hex digits. */
  readonly hash: string;
  readonly size: number;
};

/** What one chunk may hold: a statement over HTTP carries it as text, a third longer. */
export const MAX_CHUNK_BYTES = 1024 * 1024;

/** The formats that a public file may have: what a browser shows as a picture and never runs. */
export const PUBLIC_FORMATS: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
};

const PUBLIC_NAME = /^[0-9a-f]{64}-[1-9]\d{0,4}\.(?:avif|webp|jpg|png)$/;

/** Whether /files/{name} may be such a file's address. */
export const isPublicName = (name: string): boolean => PUBLIC_NAME.test(name);

/**
 * How a picture's rendering is named: `hash` is SHA-256 of the picture that it was made from, so that all renderings begin
 * alike (`/files/{hash}` is what a product's picture keeps as its path).
 */
export function nameRendering(hash: string, width: number, format: 'avif' | 'webp'): FileNaming {
  return { name: `${hash}-${width}.${format}`, mediaType: `image/${format}`, isPublic: true };
}
