import { callFunction } from '@/db/client';
import { violates } from '@/lib/kernel/faults';
import { type CollectionId, fromUuid, newId, type ProductId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { bumpTags } from '@/lib/platform/tags/bump-tags';
import { COLLECTIONS, LISTS } from '@/lib/platform/tags/tag';
import type { CatalogContext, CreateProductContext } from './create-product';
import type { ChangeCollectionInput, CreateCollectionInput } from './input';
import { cleanDescription } from './internal/clean-description';
import { type MerchantCollectionRow, toMerchantCollection } from './internal/merchant-collection';
import { settleTranslations } from './internal/settle-draft';
import type { MerchantCollection, Translations } from './model';
import { slugify } from './slug';

export type CollectionRefusal =
  | { reason: 'slug-taken' }
  | { reason: 'unknown-products'; productIds: readonly ProductId[] };

type SaveAnswer =
  | {
      outcome: 'saved';
      collection: Omit<MerchantCollectionRow, 'products' | 'translations'>;
      products: number;
      translations: Translations;
    }
  | { outcome: 'unknown-products'; products: string[] }
  | { outcome: 'collection-not-found' };

type Change = ChangeCollectionInput & { readonly isNew: boolean };

/** How often a title's address may be taken before we give up. */
const SLUG_ATTEMPTS = 20;

/** Makes a collection with what is in it. Without a slug it gets one from its title that is free. */
export async function createCollection(
  { productIds, ...input }: CreateCollectionInput,
  context: CreateProductContext,
): Promise<Outcome<MerchantCollection, CollectionRefusal>> {
  const id = newId('col');
  const base = slugify(input.title) || 'collection';
  const addProductIds = [...new Set(productIds)];
  for (let attempt = 1; ; attempt += 1) {
    const slug = input.slug ?? (attempt === 1 ? base : `${base}-${attempt}`);
    const { title, position, published, opensAt, sort } = input;
    const descriptionHtml = cleanDescription(input.descriptionHtml).html;
    const products = addProductIds.length;
    const collection: MerchantCollection = {
      ...{ id, slug, title, descriptionHtml, position, published, opensAt, sort },
      image: null,
      productCount: products,
      translations: settleTranslations(input.translations),
    };
    const saved = await save(
      id,
      { ...input, slug, addProductIds, isNew: true },
      {
        actor: context.actor,
        requestId: context.requestId,
        idempotency: context.idempotency && {
          ...context.idempotency,
          status: 201,
          body: JSON.stringify(collection),
        },
      },
    );
    if (saved.ok) return ok(collection);
    if (saved.reason === 'collection-not-found') throw new Error('A new collection cannot be missing.');
    const isTaken = saved.reason === 'slug-taken';
    if (!isTaken || input.slug !== undefined || attempt === SLUG_ATTEMPTS) return saved;
  }
}

/** Changes what the input names of a collection, and which products are in it, there and where discounts look. */
export function changeCollection(
  id: CollectionId,
  change: ChangeCollectionInput,
  context: CatalogContext,
): Promise<Outcome<MerchantCollection, CollectionRefusal | { reason: 'collection-not-found' }>> {
  return save(id, { ...change, isNew: false }, context);
}

async function save(
  id: CollectionId,
  {
    isNew,
    addProductIds,
    removeProductIds,
    descriptionHtml,
    translations,
    opensAt,
    imageAlt,
    ...changes
  }: Change,
  context: object,
): Promise<Outcome<MerchantCollection, CollectionRefusal | { reason: 'collection-not-found' }>> {
  try {
    const answer = await callFunction<SaveAnswer>('save_collection', {
      collectionId: toUuid(id),
      isNew,
      changes: {
        ...changes,
        description_html: descriptionHtml === undefined ? undefined : cleanDescription(descriptionHtml).html,
        opens_at: opensAt,
        image_alt: imageAlt,
      },
      translations: translations && settleTranslations(translations),
      add: addProductIds?.map(toUuid),
      remove: removeProductIds?.map(toUuid),
      auditId: toUuid(newId('aud')),
      ...context,
    });
    switch (answer.outcome) {
      case 'saved':
        await bumpTags([COLLECTIONS, LISTS]);
        return ok(
          toMerchantCollection({
            ...answer.collection,
            products: answer.products,
            translations: answer.translations,
          }),
        );
      case 'unknown-products':
        return no('unknown-products', { productIds: answer.products.map((uuid) => fromUuid('prod', uuid)) });
      default:
        return no(answer.outcome);
    }
  } catch (error) {
    if (violates(error, 'collections_slug_key')) return no('slug-taken');
    throw error;
  }
}
