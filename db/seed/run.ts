import { type SQL, sql } from 'drizzle-orm';
import { query } from '@/db/client';
import type { ProductDraft, VariantDraft } from '@/lib/catalog/model';
import { saveProducts } from '@/lib/catalog/save-products';
import { violates } from '@/lib/kernel/faults';
import { type CollectionId, newId, toUuid } from '@/lib/kernel/ids';
import { createFirstOwner } from '@/lib/staff/create-first-owner';
import { demoCollections, demoProducts, demoShop } from './catalog';
import type { DemoProduct } from './demo-product';
import { demoShippingZones, demoTaxRates } from './shipping-and-tax';

export type SeedResult = 'seeded' | 'already-filled' | 'skipped';

/**
 * Makes the first owner (OWNER_EMAIL, OWNER_PASSWORD), and fills an empty database with the demo shop unless SEED=none.
 * The demo shop is one transaction, so a start that is killed in the middle leaves all of it or nothing.
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
  const isSaved = await saveProducts(
    drafts.map((draft) => ({ draft, before: null })),
    {
      actor: 'system',
      reason: 'opening stock',
      alongside: [
        ...settingStatements(),
        ...collectionStatements(collections),
        ...taxAndShippingStatements(),
      ],
    },
  ).then(({ ok }) => ok, refuseIfThere);
  // Another start was quicker.
  if (!isSaved) return 'already-filled';
  report(`demo shop: ${drafts.length} products in ${collections.length} collections`);
  return 'seeded';
}

/** Two that start at once write the same collections: the second finds them there. */
function refuseIfThere(error: unknown): false {
  if (violates(error, 'collections_slug_key')) return false;
  throw error;
}

function draftOf(demo: DemoProduct, collectionIds: ReadonlyMap<string, CollectionId>): ProductDraft {
  return {
    id: newId('prod'),
    slug: demo.slug,
    title: demo.title,
    descriptionHtml: demo.descriptionHtml,
    vendor: demo.vendor,
    productType: demo.productType,
    tags: demo.tags,
    status: 'active',
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
        prices: [
          {
            currency: demoShop.currency,
            priceMinor: variant.priceMinor,
            compareAtMinor: variant.compareAtMinor ?? null,
          },
        ],
        stock: variant.stock,
      }),
    ),
    collectionIds: demo.collections.flatMap((slug) => collectionIds.get(slug) ?? []),
  };
}

function settingStatements(): SQL[] {
  const { name, currency, country, timeZone, taxDisplay, mailSender } = demoShop;
  return [
    sql`update shop_settings set name = ${name}, currency = ${currency}, country = ${country}, time_zone = ${timeZone},
          tax_display = ${taxDisplay}, mail_sender = ${mailSender}, updated_at = now()`,
  ];
}

function collectionStatements(
  collections: readonly { id: CollectionId; slug: string; title: string; descriptionHtml: string }[],
): SQL[] {
  return collections.map(
    ({ id, slug, title, descriptionHtml }, position) =>
      sql`insert into collections (id, slug, title, description_html, position)
          values (${toUuid(id)}::uuid, ${slug}, ${title}, ${descriptionHtml}, ${position}::smallint)`,
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
            sql`insert into shipping_rates (id, zone_id, code, title, currency, price_minor, min_subtotal_minor, max_weight_grams)
                values (${toUuid(newId('rate'))}::uuid, ${zoneId}::uuid, ${rate.code}, ${rate.title}, ${rate.currency},
                  ${rate.priceMinor}::bigint, ${rate.minSubtotalMinor ?? 0}::bigint, ${rate.maxWeightGrams ?? null}::int)`,
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
