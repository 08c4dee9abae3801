import type { ProductStatus } from '@/lib/catalog/model';
import { errorAt, type ImportMessage, noteAt } from '../model';
import { parseFlag } from './cells';

/**
 * The status of a product by its status and published cells. Undefined when they leave it open, or when an error
 * among the messages says why they cannot be read. Published means active, unless the status says otherwise.
 */
export function readStatus(
  status: string | undefined,
  published: string | undefined,
  line: number,
  messages: ImportMessage[],
): ProductStatus | undefined {
  const word = status?.toLowerCase() ?? '';
  if (word === 'draft' || word === 'archived') return word;
  if (word === 'unlisted') {
    messages.push(noteAt(line, 'An unlisted product is imported as a draft.'));
    return 'draft';
  }
  if (word !== '' && word !== 'active') {
    messages.push(errorAt(line, `The status "${status}" is none of active, draft and archived.`));
    return undefined;
  }
  const flag = published ? parseFlag(published) : undefined;
  if (flag !== undefined && !flag.ok) {
    messages.push(errorAt(line, `Published: ${flag.message}.`));
    return undefined;
  }
  if (flag?.value === false) {
    if (word === 'active')
      messages.push(noteAt(line, 'Active, but not published in the online store: imported as a draft.'));
    return 'draft';
  }
  return word === 'active' || flag?.value === true ? 'active' : undefined;
}
