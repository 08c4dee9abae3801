import { afterAll, expect, test } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { closeRedis } from '@/lib/platform/redis/client';
import { findContent } from './find-content';
import { findWords } from './find-words';
import { listContent } from './list-content';
import { saveContent } from './save-content';

afterAll(async () => {
  await closeDatabase();
  await closeRedis();
});

const ABOUT = { language: 'en', page: 'about' } as const;
const words = (title: string) => ({ title, description: 'Of the house.', body: `# ${title}` });
const as = { actor: 'system', requestId: 'content-test' };

test('a page says what was written last, keeps what it said before, and goes back to what it came with', async () => {
  const before = await findContent('en', 'about');
  expect(before).toMatchObject({ words: before.default, versions: [] });
  expect(await findWords('en', 'about')).toBeNull();

  expect((await saveContent(ABOUT, words('One'), { ...as, basedOn: null })).ok).toBe(true);
  const one = await findContent('en', 'about');
  expect(one.words.title).toBe('One');
  // The same once more is no version.
  await saveContent(ABOUT, words('One'), as);
  await saveContent(ABOUT, words('Two'), { ...as, basedOn: one.versions[0]?.id });
  expect(await findWords('en', 'about')).toEqual(words('Two'));
  expect(await saveContent(ABOUT, words('Three'), { ...as, basedOn: one.versions[0]?.id })).toMatchObject({
    reason: 'content-changed',
  });
  expect((await findContent('en', 'about')).versions.map((version) => version.words?.title)).toEqual([
    'Two',
    'One',
  ]);
  expect((await listContent()).filter(({ isDefault }) => !isDefault)).toMatchObject([
    { ...ABOUT, title: 'Two' },
  ]);

  await saveContent(ABOUT, null, as);
  expect(await findWords('en', 'about')).toBeNull();
  expect((await findContent('en', 'about')).words).toEqual(before.default);
  const audit = await query<{ action: string }>(
    'test_content_audit',
    `select action from audit_log where subject = 'en/about' order by id`,
    [],
  );
  expect(audit.map(({ action }) => action)).toEqual(['content.changed', 'content.changed', 'content.reset']);
});

test('of two who write the same page at once, one is told', async () => {
  const both = await Promise.all(
    ['A', 'B'].map((title) =>
      saveContent({ language: 'fr', page: 'terms' }, words(title), { ...as, basedOn: null }),
    ),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});
