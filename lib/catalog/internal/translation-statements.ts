import { type SQL, sql } from 'drizzle-orm';
import { toUuid } from '@/lib/kernel/ids';
import type { ProductDraft, Words } from '../model';
import { cleanDescription } from './clean-description';
import { existing, type ProductWrite } from './product-write';
import { jsonRows, uuids } from './rows';

/** Writes what products are called in other languages; a product whose draft does not say keeps what it has. */
export function translationStatements(writes: readonly ProductWrite[]): SQL[] {
  const told = writes.filter(({ draft }) => draft.translations !== undefined);
  const known = existing(told).map(({ draft }) => draft.id);
  const rows = told.flatMap(({ draft }) =>
    Object.entries(draft.translations ?? {}).map(([locale, { title, descriptionHtml, words = {} }]) => {
      const description = cleanDescription(descriptionHtml);
      return {
        product_id: toUuid(draft.id),
        locale,
        title,
        description_html: description.html,
        description_text: description.text,
        words,
        search_beside: wordsBeside(draft, words),
      };
    }),
  );
  const statements: SQL[] = [];
  if (known.length > 0)
    statements.push(sql`delete from product_translations where product_id = any (${uuids(known)})`);
  if (rows.length > 0) {
    statements.push(
      sql`insert into product_translations (
          product_id, locale, title, description_html, description_text, words, search_beside)
        select * from jsonb_to_recordset(${jsonRows(rows)}) as d (
          product_id uuid, locale text, title text, description_html text, description_text text, words jsonb,
          search_beside text)`,
    );
  }
  return statements;
}

/** What a product is found by beside its title, in a language: who made it, what kind it is, its tags. */
export function wordsBeside({ vendor, productType, tags }: ProductDraft, words: Words): string {
  return [vendor, ...[productType, ...tags].map((word) => words[word] ?? '')].join(' ').trim();
}
