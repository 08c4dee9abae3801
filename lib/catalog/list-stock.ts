import { query } from '@/db/client';
import { fromUuid, type ProductId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { type Page, toPage } from '@/lib/kernel/page';
import { imageUrl } from './internal/image-url';
import { STOCK_LINE, type StockListFilter, stockListStatement } from './internal/stock-list-statement';
import type { ProductStatus } from './model';

/** What there is of a variant. */
export type StockLine = {
  readonly variantId: VariantId;
  readonly productId: ProductId;
  readonly title: string;
  readonly variantTitle: string;
  readonly sku: string;
  readonly status: ProductStatus;
  readonly imageUrl: string | null;
  /** Units free to sell; null: not counted. */
  readonly available: number | null;
  /** Units that unpaid orders hold; null where there are too many of those to add up for a list. */
  readonly held: number | null;
  /** At how many units it runs low; null: where the shop says. */
  readonly lowAt: number | null;
  readonly isLow: boolean;
};

type Row = {
  variant_id: string;
  product_id: string;
  title: string;
  variant_title: string;
  sku: string;
  status: ProductStatus;
  has_image: boolean | null;
  path: string | null;
  available: number | null;
  held: number | null;
  low_at: number | null;
  threshold: number;
};

/** A page of what there is of each variant, newest first, as it stands now. One statement. */
export async function listStock(filter: StockListFilter): Promise<Page<StockLine, VariantId>> {
  const { name, text, values } = stockListStatement(filter);
  const rows = await query<Row>(name, text, values);
  return toPage(rows.map(toLine), filter.limit, ({ variantId }) => variantId);
}

/** What there is of one variant, null if there is none. One statement. */
export async function findStockLine(id: VariantId): Promise<StockLine | null> {
  const [row] = await query<Row>(
    'find_stock_line',
    `with page as materialized (select id as variant_id from variants where id = $1::uuid) ${STOCK_LINE}`,
    [toUuid(id)],
  );
  return row === undefined ? null : toLine(row);
}

function toLine(row: Row): StockLine {
  const { title, sku, status, available, held } = row;
  return {
    variantId: fromUuid('var', row.variant_id),
    productId: fromUuid('prod', row.product_id),
    title,
    variantTitle: row.variant_title,
    sku,
    status,
    imageUrl: row.has_image === true ? imageUrl(row.path) : null,
    available,
    held: available === null ? 0 : held,
    lowAt: row.low_at,
    isLow: available !== null && available <= (row.low_at ?? row.threshold),
  };
}
