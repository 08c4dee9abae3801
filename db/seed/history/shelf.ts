import type { ProductDraft } from '@/lib/catalog/model';
import type { Random } from '../art/random';

/** What the history may sell of one variant; `room` is shared by the variants of one size of an edition. */
export type Sellable = {
  variantId: string;
  title: string;
  weightGrams: number;
  counted: boolean;
  daysAgo: number;
  pull: number;
  room: { left: number };
};

const EDITION = /Edition of (\d+)/;
/** What is made again whenever it runs out. */
const RESTOCKED = 160;

/**
 * What was for sale and since when: the newest product came out nine days ago, the oldest were there before the year began. A
 * limited edition sells at most what is neither on the shelf now nor over its number.
 */
export function openShelf(drafts: readonly ProductDraft[], rnd: Random): Sellable[] {
  const active = drafts.filter(({ status }) => status === 'active');
  return active.flatMap((draft, index) => {
    const daysAgo = Math.round(9 + (index / Math.max(1, active.length - 1)) * 400);
    const edition = Number(EDITION.exec(draft.descriptionHtml)?.[1] ?? RESTOCKED);
    const charm = 0.35 + rnd.next() ** 2 * 1.9;
    const rooms = new Map<string, { left: number }>();
    const sizeOf = (values: readonly string[]): string => values.find((value) => value.endsWith('cm')) ?? '';
    for (const { optionValues, stock } of draft.variants) {
      const room = rooms.get(sizeOf(optionValues)) ?? { left: edition };
      room.left -= stock ?? 0;
      rooms.set(sizeOf(optionValues), room);
    }
    const isLimited = EDITION.test(draft.descriptionHtml);
    return draft.variants.map((variant): Sellable => {
      const price = variant.prices[0]?.priceMinor ?? 0;
      return {
        variantId: variant.id,
        title: draft.title,
        weightGrams: variant.weightGrams,
        counted: variant.stock !== null && variant.stock !== undefined,
        daysAgo,
        // Dearer is rarer, but not by as much as its price says.
        pull:
          (charm * (isLimited ? 1 : variant.stock === null ? 0.4 : 1.3)) /
          (price / 5000) ** 0.55 /
          Math.sqrt(draft.variants.length),
        room: rooms.get(sizeOf(variant.optionValues)) ?? { left: 0 },
      };
    });
  });
}
