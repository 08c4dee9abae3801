import type { ImportId } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { findFile, readFile } from '@/lib/platform/files/read-file';
import { uploadName } from '../model';
import type { UnreadableFile } from './decode-text';
import { type ProductFile, readProducts } from './read-products';

/** How long a file that was read is kept for the next part of its import. */
const KEPT_MS = 60_000;

type Kept = { readonly id: ImportId; readonly currency: string; readonly file: ProductFile };

let kept: Kept | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Reads the file of an import that was asked for. Its next part mostly runs in the same process, a moment later: reading 25 MiB takes
 * six seconds of a core, so the last file that was read is kept for a minute. Only one import runs at a time.
 */
export async function readUploadedProducts(
  id: ImportId,
  currency: string,
): Promise<Outcome<ProductFile, UnreadableFile | { readonly reason: 'upload-gone' }>> {
  if (kept?.id !== id || kept.currency !== currency) {
    forgetUploadedProducts();
    const stored = await findFile(uploadName(id));
    if (stored === null) return no('upload-gone');
    const bytes = new Uint8Array(await new Response(readFile(stored)).arrayBuffer());
    const read = await readProducts(bytes, currency);
    if (!read.ok) return read;
    kept = { id, currency, file: read.value };
  }
  clearTimeout(timer);
  timer = setTimeout(forgetUploadedProducts, KEPT_MS).unref();
  return ok(kept.file);
}

/** Lets go of what was read. */
export function forgetUploadedProducts(): void {
  clearTimeout(timer);
  kept = null;
}
