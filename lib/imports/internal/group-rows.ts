import { MAX_SLUG_LENGTH } from '@/lib/catalog/model';
import { errorAt, type ImportMessage, noteAt } from '../model';
import type { ProductRows } from './read-once';
import type { Row } from './read-rows';
import { slugOfHandle } from './slug-of-handle';

export type GroupedRows = {
  readonly groups: readonly { readonly slug: string; readonly rows: ProductRows }[];
  /** About rows that belong to no product. */
  readonly messages: readonly ImportMessage[];
};

/** Puts the rows of each handle together, wherever they stand; products come in the order of their first rows. */
export function groupRows(rows: readonly Row[]): GroupedRows {
  const groups = new Map<string, { handle: string; rows: [Row, ...Row[]] }>();
  const messages: ImportMessage[] = [];
  for (const row of rows) {
    const handle = row.cell('handle') ?? '';
    if (handle === '') {
      messages.push(errorAt(row.line, 'The row has no handle, so it belongs to no product.'));
      continue;
    }
    const slug = slugOfHandle(handle);
    if (handle.length > MAX_SLUG_LENGTH || slug.length > MAX_SLUG_LENGTH) {
      const start = `${handle.slice(0, 40)}…`;
      messages.push(errorAt(row.line, `The handle "${start}" is longer than ${MAX_SLUG_LENGTH} characters.`));
      continue;
    }
    const group = groups.get(slug);
    if (group === undefined) groups.set(slug, { handle, rows: [row] });
    else group.rows.push(row);
    if (group === undefined && slug !== handle)
      messages.push(noteAt(row.line, `The handle "${handle}" becomes the address "${slug}".`));
    if (group !== undefined && group.handle !== handle && slug !== handle)
      messages.push(
        noteAt(row.line, `The handle "${handle}" is the same address as "${group.handle}": one product.`),
      );
  }
  return { groups: [...groups].map(([slug, { rows: of }]) => ({ slug, rows: of })), messages };
}
