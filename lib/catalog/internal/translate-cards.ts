import { query } from '@/db/client';
import { toUuid } from '@/lib/kernel/ids';
import type { ProductCard } from '../model';

/** The cards with their titles in a language, as far as they have one in it. One statement, none without a language. */
export async function translateCards<Card extends Pick<ProductCard, 'id' | 'title'>>(
  cards: readonly Card[],
  language: string | undefined,
): Promise<readonly Card[]> {
  if (language === undefined || cards.length === 0) return cards;
  const rows = await query<{ id: string; title: string }>(
    'find_translated_titles',
    `select product_id::text as id, title from product_translations
     where product_id = any ($1::uuid[]) and locale = $2 and title <> ''`,
    [`{${cards.map(({ id }) => toUuid(id)).join(',')}}`, language],
  );
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  return cards.map((card) => ({ ...card, title: titles.get(toUuid(card.id)) ?? card.title }));
}
