import { query } from '@/db/client';
import { type CollectionId, fromUuid, type ProductId, toUuid } from '@/lib/kernel/ids';
import { imageUrl } from './internal/image-url';
import { memberListStatement } from './internal/member-list-statement';
import type { CollectionSort, Page, ProductStatus } from './model';
import { formatProductCursor, type ProductCursor } from './product-cursor';

/** What is in a collection, as merchants see it there. */
export type Member = {
  readonly id: ProductId;
  readonly slug: string;
  readonly title: string;
  readonly status: ProductStatus;
  readonly publishAt: string | null;
  /** Null: it has no picture yet. */
  readonly imageUrl: string | null;
};

type Row = {
  id: string;
  place: string;
  slug: string;
  title: string;
  status: ProductStatus;
  publishAt: string | null;
  path: string | null;
  hasImage: boolean | null;
};

/** A page of what is in a collection, in its own order, as it stands now. One statement. */
export async function listMembers(
  id: CollectionId,
  sort: CollectionSort,
  { limit, cursor }: { readonly limit: number; readonly cursor?: ProductCursor | undefined },
): Promise<Page<Member>> {
  const { name, text, values } = memberListStatement(toUuid(id), sort, limit + 1, cursor);
  const rows = await query<Row>(name, text, values);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ id: product, slug, title, status, publishAt, path, hasImage }) => ({
      id: fromUuid('prod', product),
      slug,
      title,
      status,
      publishAt: publishAt === null ? null : new Date(publishAt).toISOString(),
      imageUrl: hasImage === true && path !== null ? imageUrl(path) : null,
    })),
    nextCursor:
      last === undefined
        ? null
        : formatProductCursor({
            sort,
            id: fromUuid('prod', last.id),
            key: sort === 'manual' ? Number(last.place) : 0,
          }),
  };
}
