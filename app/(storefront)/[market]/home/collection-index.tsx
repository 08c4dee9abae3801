import type { Market } from '@/app/components/market/markets';
import { ShopLink } from '@/app/components/shop-link';
import { textOf } from '@/app/components/text/messages';
import type { Collection } from '@/lib/catalog/model';

/** All collections by name, like the contents of a book. */
export function CollectionIndex({
  market,
  collections,
}: {
  market: Market;
  collections: readonly Collection[];
}) {
  const t = textOf(market);
  const rows = [
    ...collections.map(({ slug, title }) => ({ slug, title })),
    { slug: 'all', title: t('common.allProducts') },
  ];
  return (
    <section aria-labelledby="collections" className="grid gap-4">
      <h2 id="collections" className="text-muted">
        {t('common.collections')}
      </h2>
      <ul className="border-t border-line">
        {rows.map(({ slug, title }) => (
          <li key={slug} className="border-b border-line">
            <ShopLink
              market={market}
              to={`/collections/${encodeURIComponent(slug)}`}
              className="display block py-3 text-display underline-offset-8 hover:underline"
            >
              {title}
            </ShopLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
