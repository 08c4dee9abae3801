import { query } from '@/db/client';

/** Ways to ship in a language, as far as their rates are translated into it. One statement, none without a language. */
export async function sayShippingMethods<Method extends { readonly title: string }>(
  methods: readonly Method[],
  language: string | undefined,
): Promise<readonly Method[]> {
  if (language === undefined || methods.length === 0) return methods;
  const rows = await query<{ title: string; said: string }>(
    'find_translated_rates',
    `select title, translations -> $2::text ->> 'title' as said from shipping_rates
     where title in (select jsonb_array_elements_text($1::jsonb)) and translations ? $2::text`,
    [JSON.stringify(methods.map(({ title }) => title)), language],
  );
  const said = new Map(rows.map((row) => [row.title, row.said]));
  return methods.map((method) => ({ ...method, title: said.get(method.title) || method.title }));
}
