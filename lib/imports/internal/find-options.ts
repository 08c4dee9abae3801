import { MAX_OPTIONS } from '@/lib/catalog/model';
import { errorAt, type ImportMessage } from '../model';
import { MAX_LINE } from './cells';
import type { ColumnKey } from './columns';
import { checkLength, type ProductRows, readOnce } from './read-once';

/** An option of a product: its place among the file's option columns, and its name, null when the file gives none. */
export type OptionInFile = { readonly position: number; readonly name: string | null };

/** More than any shop has ever exported; columns past it are not looked at. */
const POSITIONS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

export const OPTION_VALUE_KEYS: readonly ColumnKey[] = POSITIONS.map(valueKey);

export function valueKey(position: number): ColumnKey {
  return `option${position}Value`;
}

/** What an option is called in messages. */
export function nameOf({ name, position }: OptionInFile): string {
  return name ?? `Option ${position}`;
}

/** The options that rows give values for. `Title` with nothing but `Default Title` is how the export says: none. */
export function findOptions(rows: ProductRows, messages: ImportMessage[]): OptionInFile[] {
  const used = POSITIONS.filter((position) => rows.some((row) => row.cell(valueKey(position))));
  const options = used.map((position) => ({
    position,
    name: readOnce(rows, `option${position}Name`, `name of option ${position}`, messages) || null,
  }));
  const [first, ...others] = options;
  if (first && others.length === 0 && isDefaultOnly(rows, first)) return [];
  const { line } = rows[0];
  if (options.length > MAX_OPTIONS) {
    messages.push(
      errorAt(line, `The product has ${options.length} options; at most ${MAX_OPTIONS} are possible.`),
    );
  }
  const names = new Set(options.map((option) => nameOf(option).toLowerCase()));
  if (names.size < options.length)
    messages.push(errorAt(line, 'Two options of the product have the same name.'));
  for (const option of options) checkLength('name of an option', nameOf(option), MAX_LINE, line, messages);
  return options;
}

function isDefaultOnly(rows: ProductRows, { position, name }: OptionInFile): boolean {
  if (name !== null && name.toLowerCase() !== 'title') return false;
  return rows.every((row) => {
    const value = row.cell(valueKey(position)) ?? '';
    return value === '' || value.toLowerCase() === 'default title';
  });
}
