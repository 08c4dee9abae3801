import { query } from '@/db/client';
import { type TaxRateId, toUuid } from '@/lib/kernel/ids';
import { type Page, toPage } from '@/lib/kernel/page';
import { type TaxRateRow, toTaxRate } from './internal/rows';
import type { TaxRate } from './model';

/** A page of tax rates in the order in which they were made. One statement. */
export async function listTaxRates(filter: {
  readonly limit: number;
  readonly country?: string | undefined;
  readonly after?: TaxRateId | undefined;
}): Promise<Page<TaxRate, TaxRateId>> {
  const rows = await query<{ rate: string }>(
    'list_tax_rates',
    `select to_jsonb(t)::text as rate from tax_rates t
     where ($2::uuid is null or id > $2::uuid) and ($3::text is null or country = $3::text)
     order by id limit $1::int`,
    [
      filter.limit + 1,
      filter.after === undefined ? null : toUuid(filter.after),
      filter.country === undefined ? null : filter.country,
    ],
  );
  const rates = rows.map(({ rate }) => toTaxRate(JSON.parse(rate) as TaxRateRow));
  return toPage(rates, filter.limit, ({ id }) => id);
}

export async function findTaxRate(id: TaxRateId): Promise<TaxRate | null> {
  const [row] = await query<{ rate: string }>(
    'find_tax_rate',
    'select to_jsonb(t)::text as rate from tax_rates t where id = $1::uuid',
    [toUuid(id)],
  );
  return row === undefined ? null : toTaxRate(JSON.parse(row.rate) as TaxRateRow);
}
