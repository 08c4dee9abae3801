'use client';

import { useText } from '@/app/components/text/text-provider';
import type { Translate } from '@/app/components/text/translate';
import { optionKey, optionOf, type ProductFacets } from '@/lib/catalog/model';
import { formatMoney } from '@/lib/kernel/money';
import { FilterLink } from './filter-link';
import { changeWishes, clearFilters, countFilters, minorOf, toggleOption, type Wishes } from './wishes';

/** Each filter that is on, to be taken away again. */
export function ChosenFilters({
  facets,
  wishes,
  currency,
  hrefOf,
  onChange,
}: {
  /** Where options and their values are said in the page's language. */
  facets: ProductFacets;
  wishes: Wishes;
  currency: string;
  hrefOf: (wishes: Wishes) => string;
  onChange: (wishes: Wishes) => void;
}) {
  const { market, t } = useText();
  if (countFilters(wishes) === 0) return null;
  const price = (text: string) => {
    const amount = minorOf(text, currency);
    return amount === undefined ? text : formatMoney({ amount, currency }, market.locale);
  };
  const [min, max] = [price(wishes.min), price(wishes.max)];
  const range =
    wishes.max === ''
      ? t('browse.priceFrom', { min })
      : wishes.min === ''
        ? t('browse.priceTo', { max })
        : t('browse.priceRange', { min, max });
  const chips = [
    ...(wishes.available
      ? [{ label: t('browse.inStock'), without: changeWishes(wishes, { available: false }) }]
      : []),
    ...wishes.options.map((key) => ({
      label: labelOf(facets, key, t),
      without: toggleOption(wishes, key),
    })),
    ...(wishes.min === '' && wishes.max === ''
      ? []
      : [{ label: range, without: changeWishes(wishes, { min: '', max: '' }) }]),
  ];
  const cleared = clearFilters(wishes);
  return (
    <ul aria-label={t('browse.chosen')} className="flex flex-wrap items-center gap-2">
      {chips.map(({ label, without }) => (
        <li key={label}>
          <FilterLink
            href={hrefOf(without)}
            onFollow={() => onChange(without)}
            aria-label={t('browse.removeFilter', { filter: label })}
            className="figures inline-flex min-h-9 items-center gap-2 border border-edge px-3 text-sm hover:border-ink"
          >
            {label}
            <svg aria-hidden="true" viewBox="0 0 12 12" className="size-2.5 stroke-current stroke-[1.5]">
              <path d="M1 1 11 11M11 1 1 11" />
            </svg>
          </FilterLink>
        </li>
      ))}
      <li>
        <FilterLink
          href={hrefOf(cleared)}
          onFollow={() => onChange(cleared)}
          className="inline-flex min-h-9 items-center px-2 text-sm underline underline-offset-4"
        >
          {t('browse.clear')}
        </FilterLink>
      </li>
    </ul>
  );
}

/** A filter as people read it: `Size: A3`. One that nothing has any more is said as the address has it. */
function labelOf({ options }: ProductFacets, key: string, t: Translate): string {
  const own = optionOf(key);
  const option = options.find(({ name }) => name === own);
  const value = option?.values.find((one) => optionKey(own, one.value) === key);
  return t('common.option', {
    name: option?.label ?? own,
    value: value?.label ?? key.slice(own.length + 1),
  });
}
