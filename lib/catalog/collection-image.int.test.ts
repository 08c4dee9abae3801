import sharp from 'sharp';
import { afterAll, expect, test, vi } from 'vitest';
import { closeDatabase } from '@/db/client';
import { newId } from '@/lib/kernel/ids';
import { writeDraft } from '@/lib/platform/files/write-file';
import { createCollectionInput, setCollectionImageInput } from './input';
import { findMerchantCollection } from './merchant-collections';
import { findCollection, listCollections } from './queries';
import { renderPictures } from './render-pictures';
import { changeCollection, createCollection } from './save-collection';
import { removeCollectionImage, setCollectionImage } from './set-collection-image';
import { freshWord } from './testing/fresh-word';

afterAll(closeDatabase);

const by = { actor: 'test' };

async function make() {
  const made = await createCollection(createCollectionInput.parse({ title: freshWord() }), by);
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

/** A picture that no other test has drawn. */
async function draw(): Promise<Uint8Array<ArrayBuffer>> {
  const channel = () => Math.floor(Math.random() * 256);
  const background = { r: channel(), g: channel(), b: channel() };
  const bytes = await sharp({ create: { width: 1_000 + channel(), height: 400, channels: 3, background } })
    .png()
    .toBuffer();
  return new Uint8Array(bytes);
}

test('a collection has a picture of its own: shoppers see it once it is rendered, with its words', async () => {
  const [{ id, slug }, bytes] = [await make(), await draw()];
  expect((await findCollection(slug))?.image).toBeNull();
  expect(await setCollectionImage(id, await writeDraft(bytes), 'A wall of prints', by)).toMatchObject({
    ok: true,
  });
  expect((await findMerchantCollection(id))?.image).toMatchObject({
    state: 'waiting',
    alt: 'A wall of prints',
  });
  expect((await findCollection(slug))?.image).toBeNull();
  // Another test's round may have taken it.
  await vi.waitFor(
    async () => {
      await renderPictures();
      expect((await findMerchantCollection(id))?.image?.state).toBe('ready');
    },
    { timeout: 20_000 },
  );
  const url = expect.stringMatching(/^\/files\/[0-9a-f]{64}-800\.webp$/);
  expect((await findMerchantCollection(id))?.image).toEqual({
    ...{ url, alt: 'A wall of prints', state: 'ready', problem: null },
  });
  // What shoppers were shown before is thrown away.
  expect((await findCollection(slug))?.image).toEqual({ url, alt: 'A wall of prints' });
  expect((await listCollections()).find((one) => one.id === id)?.image).toEqual({
    url,
    alt: 'A wall of prints',
  });

  await changeCollection(id, { imageAlt: 'Prints on a wall' }, by);
  expect((await findCollection(slug))?.image?.alt).toBe('Prints on a wall');
  // The same picture again needs no rendering.
  const other = await make();
  await setCollectionImage(other.id, await writeDraft(bytes), 'The same wall', by);
  expect((await findCollection(other.slug))?.image).toEqual({ url, alt: 'The same wall' });

  expect(await removeCollectionImage(id, by)).toMatchObject({ ok: true });
  expect((await findCollection(slug))?.image).toBeNull();
  expect((await findCollection(other.slug))?.image).not.toBeNull();
});

test('it is known by its bytes, has words, and belongs to a collection', async () => {
  const { id } = await make();
  const text = await writeDraft(new TextEncoder().encode('<svg onload="alert(1)"/>'));
  expect(await setCollectionImage(id, text, 'A drawing', by)).toMatchObject({ reason: 'not-a-picture' });
  expect((await findMerchantCollection(id))?.image).toBeNull();
  expect(setCollectionImageInput.safeParse({ alt: ' ' }).success).toBe(false);
  const nowhere = newId('col');
  expect(await setCollectionImage(nowhere, await writeDraft(await draw()), 'A wall', by)).toMatchObject({
    reason: 'collection-not-found',
  });
  expect(await removeCollectionImage(nowhere, by)).toMatchObject({ reason: 'collection-not-found' });
});
