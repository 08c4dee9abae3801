import { query } from '@/db/client';
import { toUuid } from '@/lib/kernel/ids';
import type { ProductCard } from '../model';

/** The cards in a language, as far as they are translated into it. One statement, none without a language. */
export async function translateCards(
  cards: readonly ProductCard[],
  language: string | undefined,
): Promise<readonly ProductCard[]> {
  if (language === undefined || cards.length === 0) return cards;
  const asked = cards.map(({ id, image }) => ({ id: toUuid(id), alt: image?.alt ?? '' }));
  const rows = await query<{ id: string; title: string; alt: string | null }>(
    'find_translated_cards',
    `select a.id::text as id, t.title, t.words ->> a.alt as alt
     from jsonb_to_recordset($1::jsonb) as a (id uuid, alt text)
     cross join lateral (
       select title, words from product_translations where product_id = a.id and locale = $2 limit 1
     ) t`,
    [JSON.stringify(asked), language],
  );
  const said = new Map(rows.map((row) => [row.id, row]));
  return cards.map((card) => {
    const row = said.get(toUuid(card.id));
    if (row === undefined) return card;
    const image = card.image && { ...card.image, alt: row.alt || card.image.alt };
    return { ...card, title: row.title || card.title, image };
  });
}
