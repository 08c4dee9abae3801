'use client';

import { problemText } from '@/app/components/problem-text';
import { ProductTile, type ShownCard } from '@/app/components/product-tile';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button, buttonClass } from '@/app/components/ui/button';
import { Notice } from '@/app/components/ui/notice';
import { FilterLink } from './filter-link';
import type { BrowsedState } from './use-browsed';
import { clearFilters, countFilters, type Wishes } from './wishes';

const SIZES = '(min-width: 100rem) 24rem, (min-width: 56rem) 24vw, (min-width: 40rem) 31vw, 46vw';
const GRID =
  'grid grid-cols-2 gap-x-4 gap-y-10 sm:grid-cols-3 md:gap-x-8 md:gap-y-14 transition-opacity aria-busy:opacity-50';
/** How many cards a phone's first row has. On a desk there are more, and they come as soon as it knows. */
const FIRST_ROW = 2;

type Props = {
  state: BrowsedState;
  wishes: Wishes;
  hrefOf: (wishes: Wishes) => string;
  onChange: (wishes: Wishes) => void;
  onTurn: (wishes: Wishes) => void;
  nextPage: string | undefined;
};

/** The products that were asked for, or why there are none, and the ways to the next page and back. */
export function BrowseResults(props: Props) {
  const { state } = props;
  switch (state.kind) {
    case 'failed':
      return <Failed problem={state.problem} retry={state.retry} />;
    case 'loading':
      return state.last === null ? <Waiting /> : <Grid products={state.last.page.items} isBusy />;
    case 'ready':
      return <Found {...props} browsed={state.browsed} />;
  }
}

function Found({ browsed, wishes, hrefOf, onChange, onTurn, nextPage }: Props & { browsed: Browsed }) {
  const { market, t } = useText();
  const { items, nextCursor, correctedQuery } = browsed.page;
  const next = nextCursor === null ? null : { ...wishes, cursor: nextCursor };
  const first = { ...wishes, cursor: '' };
  return (
    <>
      {correctedQuery === undefined ? null : (
        <p className="text-lg">{t('browse.corrected', { query: wishes.query, corrected: correctedQuery })}</p>
      )}
      {items.length === 0 ? (
        <Nothing isMore={next !== null} wishes={wishes} hrefOf={hrefOf} onChange={onChange} />
      ) : (
        <Grid products={items} />
      )}
      {next === null && wishes.cursor === '' ? null : (
        <nav aria-label={t('list.pages')} className="flex flex-wrap gap-4 border-t border-line pt-8">
          {next === null ? null : nextPage === undefined ? (
            <FilterLink
              href={hrefOf(next)}
              onFollow={() => onTurn(next)}
              rel="next nofollow"
              className={buttonClass('plain')}
            >
              {items.length === 0 ? t('browse.lookOn') : t('list.next')}
            </FilterLink>
          ) : (
            <ShopLink market={market} to={nextPage} rel="next" className={buttonClass('plain')}>
              {t('list.next')}
            </ShopLink>
          )}
          {wishes.cursor === '' ? null : (
            <FilterLink href={hrefOf(first)} onFollow={() => onTurn(first)} className={buttonClass('plain')}>
              {t('list.first')}
            </FilterLink>
          )}
        </nav>
      )}
    </>
  );
}

type Browsed = Extract<BrowsedState, { kind: 'ready' }>['browsed'];

function Grid({ products, isBusy }: { products: readonly ShownCard[]; isBusy?: true }) {
  const { market, t } = useText();
  return (
    <ul className={GRID} aria-busy={isBusy}>
      {products.map((product, index) => (
        <li key={product.slug}>
          <ProductTile market={market} t={t} product={product} sizes={SIZES} isFirst={index < FIRST_ROW} />
        </li>
      ))}
    </ul>
  );
}

/** Frames where the pictures will stand, so that nothing jumps. */
function Waiting() {
  return (
    <div aria-hidden="true" className={GRID}>
      {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
        <div key={key} className="grid gap-3">
          <div className="aspect-4/5 animate-pulse bg-ground motion-reduce:animate-none" />
          <div className="h-4 w-2/3 bg-ground" />
        </div>
      ))}
    </div>
  );
}

function Nothing({
  isMore,
  wishes,
  hrefOf,
  onChange,
}: { isMore: boolean } & Pick<Props, 'wishes' | 'hrefOf' | 'onChange'>) {
  const { market, t } = useText();
  const cleared = clearFilters(wishes);
  if (isMore) return <p className="display py-8 text-title">{t('browse.noneYet')}</p>;
  if (countFilters(wishes) > 0) {
    return (
      <div className="grid justify-items-start gap-4 py-8">
        <h2 className="display text-title">{t('browse.none')}</h2>
        <p className="text-lg">{t('browse.noneText')}</p>
        <FilterLink
          href={hrefOf(cleared)}
          onFollow={() => onChange(cleared)}
          className={buttonClass('plain')}
        >
          {t('browse.clear')}
        </FilterLink>
      </div>
    );
  }
  return (
    <div className="grid justify-items-start gap-4 py-8">
      <p className="text-lg">{wishes.query === '' ? t('list.emptyText') : t('search.noneText')}</p>
      <ShopLink market={market} to="/collections/all" className={buttonClass('plain')}>
        {t('browse.seeAll')}
      </ShopLink>
    </div>
  );
}

function Failed({ problem, retry }: Omit<Extract<BrowsedState, { kind: 'failed' }>, 'kind'>) {
  const { t } = useText();
  return (
    <div className="grid justify-items-start gap-4 py-8">
      <Notice role="alert" title={t('browse.failed')}>
        <p>{problemText(problem, t)}</p>
      </Notice>
      <Button onClick={retry}>{t('common.tryAgain')}</Button>
    </div>
  );
}
