import { fromUuid } from '@/lib/kernel/ids';
import type { CollectionSort, MerchantCollection, Translations } from '../model';

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
    productCount: row.products,
    translations: row.translations,
  };
}
