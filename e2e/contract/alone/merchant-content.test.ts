import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { expectAudited } from '@/e2e/support/audit';
import { callAsOwner, invalid, read, refused } from '@/e2e/support/client';
import { freshWord } from '@/e2e/support/fresh';
import { shop } from '@/e2e/support/shop';

// A page that no other test looks at.
const PATH = '/api/admin/content/fr/terms';

const words = z.strictObject({ title: z.string(), description: z.string(), body: z.string() });
const contentShape = z.strictObject({
  ...{ page: z.literal('terms'), language: z.literal('fr') },
  ...{ words, default: words },
  versions: z.array(
    z.strictObject({
      ...{ id: z.string().regex(/^text_/), at: z.string(), by: z.string(), byName: z.string().nullable() },
      words: words.nullable(),
    }),
  ),
});

const see = async () => read(await callAsOwner('GET', PATH), 200, contentShape);
const write = (json: object) => callAsOwner('PUT', PATH, { json });

afterAll(async () => {
  await callAsOwner('DELETE', PATH);
});

test('a page is written, read by shoppers within seconds, and said again as it came', async () => {
  const before = await see();
  const word = freshWord();
  const text = {
    title: `Conditions ${word}`,
    description: 'Ce qui vaut ici.',
    body: `## ${word}\n\n<b>non</b>`,
  };
  const basedOn = before.versions[0]?.id ?? null;
  const written = read(await write({ ...text, basedOn }), 200, contentShape);
  expect(written).toMatchObject({ words: text, default: before.default });
  await expectAudited('fr/terms', 'content.changed', null, { title: text.title });
  refused(await write({ ...text, title: 'Trop tard', basedOn }), 409, 'content-changed');
  const shown = async () => (await fetch(`${shop.url}/fr-fr/terms`)).text();
  await expect.poll(shown, { timeout: 10_000, interval: 200 }).toContain(`Conditions ${word}`);
  expect(await shown()).toContain('&lt;b&gt;non&lt;/b&gt;');
  const list = z.object({ items: z.array(z.looseObject({ page: z.string(), isDefault: z.boolean() })) });
  expect(read(await callAsOwner('GET', '/api/admin/content'), 200, list).items).toContainEqual(
    expect.objectContaining({ page: 'terms', language: 'fr', isDefault: false, title: text.title }),
  );
  const reset = read(await callAsOwner('DELETE', PATH), 200, contentShape);
  expect(reset.words).toEqual(before.default);
  expect(reset.versions.slice(0, 2).map((version) => version.words)).toEqual([null, text]);
  await expect.poll(shown, { timeout: 10_000, interval: 200 }).not.toContain(word);
});

test('a page that is none, or without words, is refused', async () => {
  refused(await callAsOwner('GET', '/api/admin/content/de/terms'), 404, 'content-not-found');
  refused(await callAsOwner('GET', '/api/admin/content/fr/nothing'), 404, 'content-not-found');
  invalid(await write({ title: '', description: 'x', body: 'y' }), 'title');
  invalid(await write({ title: 'x', description: 'y' }), 'body');
});
