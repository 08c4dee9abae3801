import { query } from '@/db/client';
import { toUuid, type VariantId } from '@/lib/kernel/ids';
import type { Words } from './model';

type Line = {
  readonly variantId: VariantId;
  readonly title: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
};

/**
 * Lines of a cart or a quote in a language, as far as their products are translated into it. One statement, none without a
 * language. What was sold is not asked about: an order's lines are as they were at that moment.
 */
export async function sayLines<L extends Line>(
  lines: readonly L[],
  language: string | undefined,
): Promise<readonly L[]> {
  if (language === undefined || lines.length === 0) return lines;
  const asked = lines.map(({ variantId, options }) => ({
    id: toUuid(variantId),
    texts: options.flatMap(({ name, value }) => [name, value]),
  }));
  const rows = await query<{ id: string; title: string; words: string | null }>(
    'find_translated_lines',
    `select a.id::text as id, t.title,
            (select json_object_agg(text, t.words ->> text)::text
             from jsonb_array_elements_text(a.texts) text where t.words ? text) as words
     from jsonb_to_recordset($1::jsonb) as a (id uuid, texts jsonb)
     cross join lateral (select product_id from variants where variants.id = a.id limit 1) v
     cross join lateral (
       select title, words from product_translations where product_id = v.product_id and locale = $2 limit 1
     ) t`,
    [JSON.stringify(asked), language],
  );
  const said = new Map(rows.map(({ id, title, words }) => [id, { title, words: parse(words) }]));
  return lines.map((line) => {
    const known = said.get(toUuid(line.variantId));
    if (known === undefined) return line;
    const say = (text: string) => known.words[text] || text;
    const options = line.options.map(({ name, value }) => ({ name: say(name), value: say(value) }));
    return { ...line, title: known.title || line.title, options };
  });
}

const parse = (words: string | null) => (words === null ? {} : JSON.parse(words)) as Words;
