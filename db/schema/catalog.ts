import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytea, createdAt, currency, minor, moment, prefixedId, tsvector } from './columns';

export const products = pgTable(
  'products',
  {
    id: prefixedId('prod', 'id').primaryKey(),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    descriptionHtml: text('description_html').notNull().default(''),
    /** The description without markup: for search and for page descriptions. */
    descriptionText: text('description_text').notNull().default(''),
    vendor: text('vendor').notNull().default(''),
    productType: text('product_type').notNull().default(''),
    tags: text('tags').array().notNull().default(sql`'{}'`),
    status: text('status', { enum: ['draft', 'active', 'archived'] }).notNull(),
    /** When a draft becomes active by itself. */
    publishAt: moment('publish_at'),
    /** tags_text() is our own immutable array_to_string: a generated column accepts nothing less. */
    search: tsvector('search').generatedAlwaysAs(
      sql`setweight(to_tsvector('english', title), 'A')
        || setweight(to_tsvector('english', vendor || ' ' || product_type || ' ' || tags_text(tags)), 'B')
        || setweight(to_tsvector('english', description_text), 'C')`,
    ),
    createdAt: createdAt(),
    updatedAt: moment('updated_at').notNull().default(sql`now()`),
  },
  (t) => [
    unique('products_slug_key').on(t.slug),
    index('products_search_idx').using('gin', t.search),
    index('products_status_id_idx').on(t.status, t.id),
    // Read backwards: newest first.
    index('products_vendor_id_idx').on(t.vendor, t.id),
    index('products_publish_at_idx').on(t.publishAt).where(sql`${t.publishAt} is not null`),
    check('products_status_check', sql`${t.status} in ('draft', 'active', 'archived')`),
    check('products_slug_check', sql`${t.slug} <> '' and length(${t.slug}) <= 255`),
  ],
);

/** What a product is called in another language than the shop's own. What is empty there is shown in the shop's. */
export const productTranslations = pgTable(
  'product_translations',
  {
    productId: prefixedId('prod', 'product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    locale: text('locale').notNull(),
    title: text('title').notNull().default(''),
    descriptionHtml: text('description_html').notNull().default(''),
    descriptionText: text('description_text').notNull().default(''),
    /** Its short texts by what they are in the shop's own language: options and their values, pictures' texts, kind, tags. */
    words: jsonb('words').$type<Record<string, string>>().notNull().default({}),
    /** What is searched besides: who made it, its kind and its tags, as they are said here. */
    searchBeside: text('search_beside').notNull().default(''),
    /** said_vector() is our own immutable to_tsvector in the words' language, with and without accents. */
    search: tsvector('search').generatedAlwaysAs(
      sql`setweight(said_vector(locale, title), 'A')
        || setweight(said_vector(locale, search_beside), 'B')
        || setweight(said_vector(locale, description_text), 'C')`,
    ),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.locale] }),
    index('product_translations_search_idx').using('gin', t.search),
  ],
);

/** Addresses that a product had before: they lead to where it is now. A trigger keeps them. */
export const formerProductSlugs = pgTable(
  'former_product_slugs',
  {
    slug: text('slug').primaryKey(),
    productId: prefixedId('prod', 'product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
  },
  (t) => [index('former_product_slugs_product_id_idx').on(t.productId)],
);

export const productOptions = pgTable(
  'product_options',
  {
    productId: prefixedId('prod', 'product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
    name: text('name').notNull(),
    values: text('values').array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.productId, t.position] })],
);

export const productImages = pgTable(
  'product_images',
  {
    id: prefixedId('img', 'id').primaryKey(),
    productId: prefixedId('prod', 'product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
    alt: text('alt').notNull().default(''),
    /** Where the merchant's own copy is; kept until a job has fetched and rendered it. */
    sourceUrl: text('source_url'),
    /** Where our renderings are: `${path}-${width}.webp|avif`. Null: the placeholder stands in. */
    path: text('path'),
    width: integer('width'),
    height: integer('height'),
  },
  (t) => [
    index('product_images_product_id_position_idx').on(t.productId, t.position),
    index('product_images_waiting_idx').on(t.productId).where(sql`${t.path} is null`),
    check('product_images_origin_check', sql`${t.sourceUrl} is not null or ${t.path} is not null`),
  ],
);

/**
 * Pictures that lie elsewhere, by their address: each is fetched and rendered once, however many products show it. What
 * `due_at` tells is when somebody may take it up: now, after a pause, or when who works on it has died.
 */
export const remoteImages = pgTable(
  'remote_images',
  {
    /** SHA-256 of the address, which may be longer than an index takes. */
    urlHash: bytea('url_hash').primaryKey(),
    url: text('url').notNull(),
    /** Wanted, here but not rendered, rendered, given up. */
    status: text('status', { enum: ['wanted', 'fetched', 'rendered', 'failed'] }).notNull(),
    /** How often it was taken up in this status. */
    attempts: smallint('attempts').notNull().default(0),
    dueAt: moment('due_at').notNull().default(sql`now()`),
    etag: text('etag'),
    /** Of the bytes that were fetched: what the renderings are named by. */
    contentHash: bytea('content_hash'),
    path: text('path'),
    width: integer('width'),
    height: integer('height'),
    /** Why it failed, or was put off, for people. */
    message: text('message'),
    createdAt: createdAt(),
  },
  (t) => [
    index('remote_images_due_idx').on(t.status, t.dueAt).where(sql`${t.status} in ('wanted', 'fetched')`),
    check('remote_images_path_check', sql`(${t.status} = 'rendered') = (${t.path} is not null)`),
  ],
);

export const variants = pgTable(
  'variants',
  {
    id: prefixedId('var', 'id').primaryKey(),
    productId: prefixedId('prod', 'product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
    sku: text('sku').notNull().default(''),
    title: text('title').notNull(),
    optionValues: text('option_values').array().notNull().default(sql`'{}'`),
    barcode: text('barcode'),
    weightGrams: integer('weight_grams').notNull().default(0),
    requiresShipping: boolean('requires_shipping').notNull().default(true),
    taxClass: text('tax_class', { enum: ['standard', 'exempt'] })
      .notNull()
      .default('standard'),
    imageId: prefixedId('img', 'image_id').references(() => productImages.id, { onDelete: 'set null' }),
    /** A variant that was sold is archived, never deleted: orders name it. */
    archivedAt: moment('archived_at'),
    createdAt: createdAt(),
  },
  (t) => [
    // One live variant per combination of option values.
    uniqueIndex('variants_product_id_option_values_key')
      .on(t.productId, t.optionValues)
      .where(sql`${t.archivedAt} is null`),
    index('variants_product_id_position_idx').on(t.productId, t.position),
    index('variants_sku_idx').on(t.sku),
    index('variants_image_id_idx').on(t.imageId),
    check('variants_weight_grams_check', sql`${t.weightGrams} >= 0`),
  ],
);

export const prices = pgTable(
  'prices',
  {
    variantId: prefixedId('var', 'variant_id')
      .notNull()
      .references(() => variants.id, { onDelete: 'cascade' }),
    currency: currency().notNull(),
    priceMinor: minor('price_minor').notNull(),
    compareAtMinor: minor('compare_at_minor'),
  },
  (t) => [
    primaryKey({ columns: [t.variantId, t.currency] }),
    check('prices_price_minor_check', sql`${t.priceMinor} >= 0`),
    check('prices_compare_at_minor_check', sql`${t.compareAtMinor} >= 0`),
  ],
);

/**
 * What lists show of an active product, by currency: written with the product, so that a list needs one index walk
 * however large the catalog is. A product that is not active has no row here.
 */
export const listings = pgTable(
  'listings',
  {
    productId: prefixedId('prod', 'product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    currency: currency().notNull(),
    priceMinor: minor('price_minor').notNull(),
    compareAtMinor: minor('compare_at_minor'),
    /** `Size:A3` for each value that one of its variants has: by these, lists are narrowed. */
    optionValues: text('option_values').array().notNull().default(sql`'{}'`),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.currency] }),
    index('listings_option_values_idx').using('gin', t.optionValues),
    index('listings_currency_product_id_idx').on(t.currency, t.productId.desc()),
    index('listings_currency_price_minor_product_id_idx').on(t.currency, t.priceMinor, t.productId),
  ],
);

/**
 * The words that products are called by, for searches with a typing error: the nearest one is taken instead. Written with
 * the product and never taken away; whether something still has a word is looked up when it is needed.
 */
export const searchWords = pgTable(
  'search_words',
  {
    word: text('word').notNull(),
    /** Without accents. */
    folded: text('folded').notNull(),
    /** Empty for the shop's own language. */
    locale: text('locale').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.word, t.locale] }),
    index('search_words_folded_idx').using('gist', t.folded.op('gist_trgm_ops')),
  ],
);

export const collections = pgTable(
  'collections',
  {
    id: prefixedId('col', 'id').primaryKey(),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    descriptionHtml: text('description_html').notNull().default(''),
    position: smallint('position').notNull().default(0),
    published: boolean('published').notNull().default(true),
    /** When it is to open; until then shoppers are shown what is coming in it, its drafts. Null: it is open. */
    opensAt: moment('opens_at'),
    /** `manual`: by the places that its products were given. */
    sort: text('sort', { enum: ['newest', 'manual'] })
      .notNull()
      .default('newest'),
    /** Whether its products were ever given places by hand; until then theirs are those in which they came. */
    arranged: boolean('arranged').notNull().default(false),
    /** What its picture goes by among remote_images; null: it has none. */
    imageSource: text('image_source'),
    /** Null until it is rendered. */
    imagePath: text('image_path'),
    imageAlt: text('image_alt').notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [
    unique('collections_slug_key').on(t.slug),
    check('collections_sort_check', sql`${t.sort} in ('newest', 'manual')`),
    // Whoever does not see it is told what is seen.
    check('collections_image_alt_check', sql`${t.imageSource} is null or ${t.imageAlt} <> ''`),
    index('collections_waiting_image_idx')
      .on(t.id)
      .where(sql`${t.imageSource} is not null and ${t.imagePath} is null`),
  ],
);

/** Where what comes into a collection is placed: always after all that is in it. */
export const collectionPlaces = pgSequence('collection_places');

/** What a collection is called in another language than the shop's own. */
export const collectionTranslations = pgTable(
  'collection_translations',
  {
    collectionId: prefixedId('col', 'collection_id')
      .notNull()
      .references(() => collections.id, { onDelete: 'cascade' }),
    locale: text('locale').notNull(),
    title: text('title').notNull().default(''),
    descriptionHtml: text('description_html').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.collectionId, t.locale] })],
);

/** Addresses that a collection had before. */
export const formerCollectionSlugs = pgTable(
  'former_collection_slugs',
  {
    slug: text('slug').primaryKey(),
    collectionId: prefixedId('col', 'collection_id')
      .notNull()
      .references(() => collections.id, { onDelete: 'cascade' }),
  },
  (t) => [index('former_collection_slugs_collection_id_idx').on(t.collectionId)],
);

export const collectionProducts = pgTable(
  'collection_products',
  {
    collectionId: prefixedId('col', 'collection_id')
      .notNull()
      .references(() => collections.id, { onDelete: 'cascade' }),
    productId: prefixedId('prod', 'product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    /** Where it stands in its collection. With room between two of them, so that one that is moved moves no other. */
    place: bigint('place', { mode: 'number' }).notNull().default(sql`nextval('collection_places') * 1048576`),
  },
  (t) => [
    primaryKey({ columns: [t.collectionId, t.productId] }),
    index('collection_products_product_id_idx').on(t.productId),
    index('collection_products_collection_id_place_product_id_idx').on(t.collectionId, t.place, t.productId),
  ],
);

/**
 * Orders' own read model of the catalog: all that a purchase needs to know of a variant. Catalog writes it in the
 * transaction that changes the product; orders reads nothing else of the catalog, so it can live on another shard.
 */
export const offers = pgTable(
  'offers',
  {
    variantId: prefixedId('var', 'variant_id').notNull(),
    currency: currency().notNull(),
    productId: prefixedId('prod', 'product_id').notNull(),
    priceMinor: minor('price_minor').notNull(),
    title: text('title').notNull(),
    sku: text('sku').notNull(),
    options: jsonb('options').$type<{ name: string; value: string }[]>().notNull(),
    taxClass: text('tax_class').notNull(),
    weightGrams: integer('weight_grams').notNull(),
    requiresShipping: boolean('requires_shipping').notNull(),
    sellable: boolean('sellable').notNull(),
    dropId: uuid('drop_id'),
  },
  (t) => [
    primaryKey({ columns: [t.variantId, t.currency] }),
    index('offers_product_id_idx').on(t.productId),
    check('offers_price_minor_check', sql`${t.priceMinor} >= 0`),
  ],
);

/** Which collections an offer's product is in: orders' own copy, for discounts. Catalog writes it with its own. */
export const offerCollections = pgTable(
  'offer_collections',
  {
    collectionId: prefixedId('col', 'collection_id').notNull(),
    productId: prefixedId('prod', 'product_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.collectionId, t.productId] }),
    index('offer_collections_product_id_idx').on(t.productId),
  ],
);
