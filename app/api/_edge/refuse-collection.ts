import type { CollectionRefusal } from '@/lib/catalog/save-collection';
import { refuse } from './operation';

/** Why a collection cannot be as it was asked for; `path` is where the body names the products. */
export function refuseCollection(refusal: CollectionRefusal, path: string, given: readonly string[]) {
  if (refusal.reason === 'slug-taken') return refuse('slug-taken');
  const errors = refusal.productIds.map((id) => ({
    path: `${path}/${given.indexOf(id)}`,
    message: 'There is no such product.',
  }));
  return refuse('validation-failed', { errors });
}
