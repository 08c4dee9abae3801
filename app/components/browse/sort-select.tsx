'use client';

import { useText } from '@/app/components/text/text-provider';
import { type ListSort, PRODUCT_SORTS, type ProductSort } from '@/lib/catalog/model';

/** The order of a list. The first of `sorts` is the one that it has by itself. */
export function SortSelect({
  sorts,
  sort,
  onChange,
}: {
  sorts: readonly ListSort[];
  sort: ProductSort | null;
  onChange: (sort: ProductSort | null) => void;
}) {
  const { t } = useText();
  return (
    <label className="needs-script flex items-center gap-3 text-sm">
      <span className="sr-only text-muted sm:not-sr-only">{t('browse.sort')}</span>
      <select
        value={sort ?? sorts[0]}
        onChange={(event) => {
          const chosen = PRODUCT_SORTS.find((candidate) => candidate === event.target.value);
          onChange(chosen === undefined || chosen === sorts[0] ? null : chosen);
        }}
        className="min-h-12 border border-edge bg-paper px-3 text-base text-ink hover:border-ink"
      >
        {sorts.map((value) => (
          <option key={value} value={value}>
            {t(`search.${value}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
