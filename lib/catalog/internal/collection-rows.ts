import { fromUuid } from '@/lib/kernel/ids';
import type { Collection, CollectionSort, ComingProduct } from '../model';
import { imageUrl } from './image-url';

export type CollectionRow = {
  id: string;
  slug: string;
  title: string;
  description_html: string;
  /** In milliseconds, as text; null as soon as it is past. */
  opens_at: string | null;
  sort: CollectionSort;
  image_path: string | null;
  image_alt: string;
};

/** Joins what the collection in row `c` is called in the language `$1`; null: the shop's own. */
export const IN_LANGUAGE = 'left join collection_translations l on l.collection_id = c.id and l.locale = $1';

/** What a {@link CollectionRow} holds of the collection in row `c`, after {@link IN_LANGUAGE}. */
export const COLLECTION_COLUMNS = `c.id::text, c.slug, coalesce(nullif(l.title, ''), c.title) as title,
  coalesce(nullif(l.description_html, ''), c.description_html) as description_html,
  case when c.opens_at > now() then round(extract(epoch from c.opens_at) * 1000)::text end as opens_at, c.sort,
  c.image_path, c.image_alt`;

export function toCollection(row: CollectionRow): Collection {
  const { id, slug, title, description_html, opens_at, sort, image_path, image_alt } = row;
  return {
    id: fromUuid('col', id),
    slug,
    title,
    descriptionHtml: description_html,
    opensAt: opens_at === null ? null : new Date(Number(opens_at)).toISOString(),
    sort,
    image: image_path === null ? null : { url: imageUrl(image_path), alt: image_alt },
  };
}

/** JSON of `[title, path, alt, has image]` each, or null. */
export type ComingRow = { coming: string | null };

/** A draft is announced by nothing but a collection that has not opened; how many there are at most keeps the page a page. */
export const COMING_COLUMN = `case when c.opens_at > now() then (
    select json_agg(json_build_array(
      coalesce(nullif(s.title, ''), p.title), i.path, coalesce(s.words ->> i.alt, i.alt), i.id is not null)
      order by p.place, p.id desc)::text
    from (
      select d.id, d.title, case when c.sort = 'manual' then m.place end as place
      from collection_products m join products d on d.id = m.product_id and d.status = 'draft'
      where m.collection_id = c.id
      order by place, d.id desc limit 48
    ) p
    left join lateral (
      select id, path, alt from product_images where product_id = p.id order by position limit 1
    ) i on true
    left join product_translations s on s.product_id = p.id and s.locale = $1
  ) end as coming`;

export function toComing({ coming }: ComingRow): ComingProduct[] {
  if (coming === null) return [];
  const rows = JSON.parse(coming) as [
    title: string,
    path: string | null,
    alt: string | null,
    hasImage: boolean,
  ][];
  return rows.map(([title, path, alt, hasImage]) => ({
    title,
    image: hasImage ? { url: imageUrl(path), alt: alt ?? '' } : null,
  }));
}
