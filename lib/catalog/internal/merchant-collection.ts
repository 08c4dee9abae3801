import { fromUuid } from '@/lib/kernel/ids';
import type { CollectionImage, CollectionSort, MerchantCollection, Translations } from '../model';
import { imageUrl } from './image-url';

/** A row of collections as jsonb, with how many products are in it. */
export type MerchantCollectionRow = {
  id: string;
  slug: string;
  title: string;
  description_html: string;
  position: number;
  published: boolean;
  opens_at: string | null;
  sort: CollectionSort;
  image_source: string | null;
  image_path: string | null;
  image_alt: string;
  /** Why its picture could not be rendered; absent where it was not looked up. */
  image_problem?: string | null;
  products: number;
  translations: Translations;
};

export function toMerchantCollection(row: MerchantCollectionRow): MerchantCollection {
  return {
    id: fromUuid('col', row.id),
    slug: row.slug,
    title: row.title,
    descriptionHtml: row.description_html,
    position: row.position,
    published: row.published,
    opensAt: row.opens_at === null ? null : new Date(row.opens_at).toISOString(),
    sort: row.sort,
    image: toImage(row),
    productCount: row.products,
    translations: row.translations,
  };
}

function toImage(row: MerchantCollectionRow): CollectionImage | null {
  if (row.image_source === null) return null;
  const problem = row.image_problem ?? null;
  const state = row.image_path !== null ? 'ready' : problem === null ? 'waiting' : 'failed';
  return { url: imageUrl(row.image_path), alt: row.image_alt, state, problem };
}
