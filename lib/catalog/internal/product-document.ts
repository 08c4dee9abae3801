import { fromUuid } from '@/lib/kernel/ids';
import type {
  ImageDraft,
  PriceDraft,
  ProductDraft,
  ProductOption,
  ProductStatus,
  StoredProduct,
  TaxClass,
  Translation,
  VariantDraft,
  Words,
} from '../model';

/**
 * Everything about the product in row `p` as one JSON value, with the variants that are not archived: `select
 * ${PRODUCT_DOCUMENT} from products p`. Each part is an aggregate over one index range, so a statement that reads a
 * page of products stays one statement.
 */
export const PRODUCT_DOCUMENT = `json_build_object(
  'id', p.id, 'slug', p.slug, 'title', p.title, 'vendor', p.vendor, 'productType', p.product_type, 'tags', p.tags,
  'status', p.status,
  'publishAt', to_char(p.publish_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'descriptionHtml', p.description_html, 'descriptionText', p.description_text,
  'version', to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  'options', (
    select coalesce(json_agg(json_build_object('name', o.name, 'values', o.values) order by o.position), '[]')
    from product_options o where o.product_id = p.id),
  'images', (
    select coalesce(json_agg(json_build_object(
      'id', i.id, 'alt', i.alt, 'sourceUrl', i.source_url, 'path', i.path, 'width', i.width, 'height', i.height)
      order by i.position), '[]')
    from product_images i where i.product_id = p.id),
  'collectionIds', (
    select coalesce(json_agg(c.collection_id order by c.collection_id), '[]')
    from collection_products c where c.product_id = p.id),
  'translations', (
    select coalesce(json_object_agg(t.locale, json_build_object(
      'title', t.title, 'descriptionHtml', t.description_html, 'descriptionText', t.description_text, 'words', t.words)
      order by t.locale), '{}')
    from product_translations t where t.product_id = p.id),
  'variants', (
    select coalesce(json_agg(json_build_object(
      'id', v.id, 'sku', v.sku, 'title', v.title, 'optionValues', v.option_values, 'barcode', v.barcode,
      'weightGrams', v.weight_grams, 'requiresShipping', v.requires_shipping, 'taxClass', v.tax_class,
      'imageId', v.image_id, 'stock', free_units(v.id),
      'prices', (
        select coalesce(json_agg(json_build_object(
          'currency', m.currency, 'priceMinor', m.price_minor, 'compareAtMinor', m.compare_at_minor)
          order by m.currency), '[]')
        from prices m where m.variant_id = v.id))
      order by v.position), '[]')
    from variants v where v.product_id = p.id and v.archived_at is null)
)::text`;

type DocumentRow = {
  id: string;
  slug: string;
  title: string;
  vendor: string;
  productType: string;
  tags: string[];
  status: ProductStatus;
  publishAt: string | null;
  descriptionHtml: string;
  descriptionText: string;
  version: string;
  options: ProductOption[];
  images: (Omit<ImageDraft, 'id'> & { id: string })[];
  collectionIds: string[];
  translations: Record<string, Translation & { descriptionText: string; words: Words }>;
  variants: {
    id: string;
    sku: string;
    title: string;
    optionValues: string[];
    barcode: string | null;
    weightGrams: number;
    requiresShipping: boolean;
    taxClass: TaxClass;
    imageId: string | null;
    stock: number | null;
    prices: PriceDraft[];
  }[];
};

export type ProductDocument = StoredProduct & {
  readonly descriptionText: string;
  /** By language. */
  readonly translatedTexts: Readonly<Record<string, string>>;
};

/** What {@link PRODUCT_DOCUMENT} gave, with ids of their families. */
export function parseProductDocument(json: string): ProductDocument {
  const { version, descriptionText, ...row } = JSON.parse(json) as DocumentRow;
  const variants: VariantDraft[] = row.variants.map((variant) => ({
    ...variant,
    id: fromUuid('var', variant.id),
    imageId: variant.imageId === null ? null : fromUuid('img', variant.imageId),
  }));
  const draft: ProductDraft = {
    ...row,
    id: fromUuid('prod', row.id),
    images: row.images.map((image) => ({ ...image, id: fromUuid('img', image.id) })),
    collectionIds: row.collectionIds.map((id) => fromUuid('col', id)),
    translations: mapValues(row.translations, ({ title, descriptionHtml, words }) => ({
      title,
      descriptionHtml,
      ...(Object.keys(words).length === 0 ? {} : { words }),
    })),
    variants,
  };
  const translatedTexts = mapValues(row.translations, (translation) => translation.descriptionText);
  return { draft, version, descriptionText, translatedTexts };
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, to: (value: From) => To) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
