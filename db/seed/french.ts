import { type SQL, sql } from 'drizzle-orm';
import type { Translations } from '@/lib/catalog/model';
import { type CollectionId, toUuid } from '@/lib/kernel/ids';
import type { DemoProduct } from './demo-product';
import { collectionsInFrench } from './french/collections';
import { colourFieldsInFrench } from './french/colour-fields';
import { factInFrench } from './french/facts';
import { fieldGuideInFrench } from './french/field-guide';
import { foundingInFrench } from './french/founding';
import { goodsInFrench } from './french/goods';
import { lineWorkInFrench } from './french/line-work';
import { nightSheetsInFrench } from './french/night-sheets';
import { roomInFrench } from './french/rooms';
import type { Said } from './french/said';
import { sharedWords } from './french/words';

const products: Readonly<Record<string, Said>> = {
  ...colourFieldsInFrench,
  ...fieldGuideInFrench,
  ...lineWorkInFrench,
  ...goodsInFrench,
  ...nightSheetsInFrench,
  ...foundingInFrench,
};

/** A no-break space before the signs that stand apart and between the digits of a number, as French has it. */
const typeset = (text: string) =>
  text
    .replaceAll(/ ([?!;])/g, '\u202f$1')
    .replaceAll(' :', '\u00a0:')
    .replaceAll(/(\d) (?=\d{3}\b)/g, '$1\u202f')
    .replaceAll(/(\d) (?=(?:cm|ml|h|°C|g\/m²|\$|€|£)(?![\p{L}]))/gu, '$1\u00a0');

/** A product's words in French, if it has any. */
export function frenchOfProduct(product: DemoProduct): Translations {
  const said = products[product.slug];
  if (said === undefined) return {};
  const [first, second] = product.images;
  const alts = [
    [first?.alt, said.alt],
    [second?.alt, said.second ?? roomInFrench(second?.alt ?? '')],
  ];
  const short = [
    product.productType,
    ...product.tags,
    ...product.options.flatMap(({ name, values }) => [name, ...values]),
  ].map((word) => [word, sharedWords[word]]);
  const words = [...short, ...alts].flatMap(([own, inFrench]) =>
    own !== undefined && inFrench !== undefined ? [[own, typeset(inFrench)] as const] : [],
  );
  const title = typeset(said.title);
  return {
    fr: { title, descriptionHtml: typeset(descriptionOf(said, product)), words: Object.fromEntries(words) },
  };
}

/** The story, then the facts of the English description one by one. */
function descriptionOf({ story }: Said, { descriptionHtml }: DemoProduct): string {
  const facts = [...descriptionHtml.matchAll(/<li>(.*?)<\/li>/g)].map(
    ([, fact = '']) => factInFrench(fact) ?? fact,
  );
  return `${story.map((text) => `<p>${text}</p>`).join('')}<ul>${facts.map((fact) => `<li>${fact}</li>`).join('')}</ul>`;
}

/** `Standard, 4 to 7 days` and the like; undefined for a title that has no words yet. */
export function shippingInFrench(title: string): string | undefined {
  const [, way, first, last] = /^(Standard|Express), (\d+)(?: to (\d+))? days$/.exec(title) ?? [];
  if (way !== undefined) return `${way}, ${first}${last === undefined ? '' : ` à ${last}`} jours`;
  const [, sign = '', sum] = /^Standard, free over ([$€£])([\d,]+)$/.exec(title) ?? [];
  return sum === undefined ? undefined : typeset(`Standard, offert dès ${sum.replaceAll(',', ' ')} ${sign}`);
}

/** Writes what the collections are called in French. */
export function frenchStatements(made: readonly { id: CollectionId; slug: string }[]): SQL[] {
  return made.flatMap(({ id, slug }) => {
    const said = collectionsInFrench[slug];
    if (said === undefined) return [];
    return [
      sql`insert into collection_translations (collection_id, locale, title, description_html)
          values (${toUuid(id)}::uuid, 'fr', ${typeset(said.title)}, ${typeset(said.descriptionHtml)})`,
    ];
  });
}
