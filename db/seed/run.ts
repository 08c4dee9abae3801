import { type SQL, sql } from 'drizzle-orm';
import { query } from '@/db/client';
import type { ProductDraft, VariantDraft } from '@/lib/catalog/model';
import { saveProducts } from '@/lib/catalog/save-products';
import { violates } from '@/lib/kernel/faults';
import { type CollectionId, newId, toUuid } from '@/lib/kernel/ids';
import { createFirstOwner } from '@/lib/staff/create-first-owner';
import { demoCollections, demoProducts, demoShop } from './catalog';
import type { DemoCollection, DemoProduct } from './demo-product';
import { frenchOfProduct, frenchStatements, shippingInFrench } from './french';
import { historyRows } from './history/order-rows';
import { planYear } from './history/plan-year';
import { historyStatements } from './history/statements';
import { inCurrency, listCurrencies } from './price-list';
import { demoShippingZones, demoTaxRates } from './shipping-and-tax';

export type SeedResult = 'seeded' | 'already-filled' | 'skipped';

/**
 * Makes the first owner (OWNER_EMAIL, OWNER_PASSWORD), and fills an empty database with the demo shop unless SEED=none:
 * its catalog and a year of orders, or with SEED=catalog the catalog alone. The demo shop is one transaction, so a start that
 * is killed in the middle leaves all of it or nothing.
 */
export async function seedIfEmpty({
  report = () => {},
}: {
  report?: (line: string) => void;
} = {}): Promise<SeedResult> {
  const { OWNER_EMAIL: email, OWNER_PASSWORD: password, SEED: seed } = process.env;
  if (email && password && (await createFirstOwner({ email, password, name: 'Owner' })))
    report(`owner ${email}`);
  if (seed === 'none') return 'skipped';

  // Collections as well: a merchant who took every demo product away does not want them back at the next start.
  const [known] = await query(
    'seed_find_anything',
    'select where exists (select from products) or exists (select from collections)',
    [],
  );
  if (known !== undefined) return 'already-filled';

  const collections = demoCollections.map((collection) => ({ ...collection, id: newId('col') }));
  const idOf = new Map(collections.map(({ slug, id }) => [slug, id]));
  // Ids sort by time and lists show the newest first: the first of the catalog is made last.
  const drafts = demoProducts.toReversed().map((demo) => draftOf(demo, idOf));
  const nowMs = Date.now();
  const year = seed === 'catalog' ? null : planYear(drafts.toReversed(), nowMs);
  const isSaved = await saveProducts(
    drafts.map((draft) => ({ draft, before: null })),
    {
      actor: 'system',
      reason: 'opening stock',
      alongside: [
        ...settingStatements(),
        ...collectionStatements(collections),
        ...frenchStatements(collections),
        ...taxAndShippingStatements(),
      ],
      afterwards: year === null ? [] : historyStatements(historyRows(year, nowMs)),
    },
  ).then(({ ok }) => ok, refuseIfThere);
  // Another start was quicker.
  if (!isSaved) return 'already-filled';
  const orders = year === null ? '' : `, ${year.orders.length} orders of a year`;
  report(`demo shop: ${drafts.length} products in ${collections.length} collections${orders}`);
  return 'seeded';
}

/** Two that start at once write the same collections: the second finds them there. */
function refuseIfThere(error: unknown): false {
  if (violates(error, 'collections_slug_key')) return false;
  throw error;
}

const toOpen = new Set(demoCollections.flatMap(({ slug, opensInDays }) => (opensInDays ? [slug] : [])));

function draftOf(demo: DemoProduct, collectionIds: ReadonlyMap<string, CollectionId>): ProductDraft {
  return {
    id: newId('prod'),
    slug: demo.slug,
    title: demo.title,
    descriptionHtml: demo.descriptionHtml,
    vendor: demo.vendor,
    productType: demo.productType,
    tags: demo.tags,
    status: demo.collections.some((slug) => toOpen.has(slug)) ? 'draft' : 'active',
    options: demo.options,
    images: demo.images.map((image) => ({ ...image, id: newId('img'), sourceUrl: null })),
    variants: demo.variants.map(
      (variant): VariantDraft => ({
        id: newId('var'),
        sku: variant.sku,
        title: variant.optionValues.join(' / ') || 'Default',
        optionValues: variant.optionValues,
        barcode: null,
        weightGrams: variant.weightGrams,
        requiresShipping: true,
        taxClass: 'standard',
        imageId: null,
        prices: listCurrencies.map((currency) => ({
          currency,
          priceMinor: inCurrency(variant.priceMinor, currency),
          compareAtMinor:
            variant.compareAtMinor === undefined ? null : inCurrency(variant.compareAtMinor, currency),
        })),
        stock: variant.stock,
      }),
    ),
    collectionIds: demo.collections.flatMap((slug) => collectionIds.get(slug) ?? []),
    translations: frenchOfProduct(demo),
  };
}

function settingStatements(): SQL[] {
  const { name, currency, currencies, country, timeZone, taxDisplay, mailSender } = demoShop;
  return [
    sql`update shop_settings set name = ${name}, currency = ${currency},
          currencies = array(select jsonb_array_elements_text(${JSON.stringify(currencies)}::jsonb)), country = ${country}, time_zone = ${timeZone},
          tax_display = ${taxDisplay}, mail_sender = ${mailSender}, updated_at = now()`,
  ];
}

function collectionStatements(collections: readonly (DemoCollection & { id: CollectionId })[]): SQL[] {
  return collections.map(
    ({ id, slug, title, descriptionHtml, opensInDays }, position) =>
      // At four in the afternoon, UTC: morning for half of the house's buyers, evening for the others.
      sql`insert into collections (id, slug, title, description_html, position, opens_at)
          values (${toUuid(id)}::uuid, ${slug}, ${title}, ${descriptionHtml}, ${position}::smallint,
            (date_trunc('day', now() at time zone 'UTC') + make_interval(days => ${opensInDays ?? null}::int, hours => 16))
              at time zone 'UTC')`,
  );
}

/** The demo house's own, in place of the one free zone that every shop begins with. */
function taxAndShippingStatements(): SQL[] {
  return [
    sql`delete from shipping_zones`,
    ...demoShippingZones.flatMap(({ name, countries, rates }) => {
      const zoneId = toUuid(newId('zone'));
      return [
        sql`insert into shipping_zones (id, name) values (${zoneId}::uuid, ${name})`,
        sql`insert into shipping_zone_countries (country, zone_id)
            select value, ${zoneId}::uuid from jsonb_array_elements_text(${JSON.stringify(countries)}::jsonb)`,
        ...rates.map(
          (rate) =>
            sql`insert into shipping_rates (
                  id, zone_id, code, title, currency, price_minor, min_subtotal_minor, max_weight_grams, translations)
                values (${toUuid(newId('rate'))}::uuid, ${zoneId}::uuid, ${rate.code}, ${rate.title}, ${rate.currency},
                  ${rate.priceMinor}::bigint, ${rate.minSubtotalMinor ?? 0}::bigint, ${rate.maxWeightGrams ?? null}::int,
                  ${JSON.stringify(inFrench(rate.title))}::jsonb)`,
        ),
      ];
    }),
    ...demoTaxRates.map(
      (rate) =>
        sql`insert into tax_rates (id, country, region, name, rate_ppm, included, applies_to_shipping)
            values (${toUuid(newId('tax'))}::uuid, ${rate.country}, ${rate.region ?? ''}, ${rate.name},
              ${rate.ratePpm}::int, ${rate.included}::boolean, ${rate.appliesToShipping}::boolean)`,
    ),
  ];
}

function inFrench(title: string): Record<string, { title: string }> {
  const said = shippingInFrench(title);
  return said === undefined ? {} : { fr: { title: said } };
}
