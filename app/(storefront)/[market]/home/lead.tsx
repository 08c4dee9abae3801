import type { Market } from '@/app/components/market/markets';
import { Picture, PLACEHOLDER } from '@/app/components/picture';
import { ShopLink } from '@/app/components/shop-link';
import { textOf } from '@/app/components/text/messages';
import type { ProductCard, StoreProduct } from '@/lib/catalog/model';
import { formatMoney } from '@/lib/kernel/money';

/** The newest work, as large as the window allows, and the first thing that is said of it. */
export function Lead({
  market,
  card,
  product,
}: {
  market: Market;
  card: ProductCard;
  product: StoreProduct | null;
}) {
  const t = textOf(market);
  const to = `/products/${encodeURIComponent(card.slug)}`;
  const [, second] = product?.images.filter(({ url }) => url !== PLACEHOLDER) ?? [];
  const standfirst = firstParagraph(product?.descriptionHtml ?? '');
  return (
    <section className="group relative grid gap-6 md:picture-beside md:gap-x-12">
      <Picture
        image={card.image}
        title={card.title}
        plate="initial"
        sizes="(min-width: 100rem) 54rem, (min-width: 56rem) 55vw, 92vw"
        isFirst
      />
      <div className="flex flex-col justify-between gap-10">
        <div className="hidden items-start justify-between gap-8 md:flex">
          <p className="text-muted">{t('home.latest')}</p>
          {second ? (
            <Picture image={{ ...second, alt: '' }} title="" sizes="14rem" className="w-[min(14rem,45%)]" />
          ) : null}
        </div>
        <div className="grid max-w-[44rem] gap-4 md:gap-6">
          <p className="text-sm text-muted md:hidden">{t('home.latest')}</p>
          <h1 className="display text-poster">
            <ShopLink market={market} to={to} className="after:absolute after:inset-0">
              {card.title}
            </ShopLink>
          </h1>
          {standfirst === '' ? null : <p className="max-w-[34rem] text-lg">{standfirst}</p>}
          <p className="figures flex items-baseline gap-6">
            <span
              className="font-medium text-act underline-offset-4 group-hover:underline"
              aria-hidden="true"
            >
              {t('home.seeWork')}
            </span>
            <span className="text-muted">
              {card.available ? formatMoney(card.price, market.locale) : t('list.soldOut')}
            </span>
          </p>
        </div>
      </div>
    </section>
  );
}

/** The text of the first paragraph of what a merchant wrote; the HTML was cleaned when it was written. */
function firstParagraph(html: string): string {
  const inner = /<p>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '';
  return inner
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&')
    .trim();
}
