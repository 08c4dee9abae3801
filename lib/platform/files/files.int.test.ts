import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { GET, HEAD, POST } from '@/app/files/[name]/route';
import { closeDatabase, query } from '@/db/client';
import { MAX_CHUNK_BYTES, nameRendering } from './model';
import { findFile, readFile } from './read-file';
import { collectFiles, removeFiles } from './remove-files';
import { appendChunk, finishFile, newDraft, storeFile } from './write-file';

afterAll(closeDatabase);

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const privately = (name = `test/${randomUUID()}`) => ({
  name,
  mediaType: 'application/octet-stream',
  isPublic: false,
});
const asked = (name: string, init?: RequestInit) =>
  [new Request(`http://shop.test/files/${name}`, init), { params: Promise.resolve({ name }) }] as const;

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function contentsOf(hash: string): Promise<number> {
  const rows = await query('contents_of', `select 1 from files where hash = decode($1, 'hex')`, [hash]);
  return rows.length;
}

describe('a file', () => {
  test('comes back as it was written, byte for byte, and is called by its SHA-256', async () => {
    const bytes = randomBytes(700_001);
    const stored = await storeFile(bytes, privately());
    expect(stored).toMatchObject({ hash: sha256(bytes), size: bytes.length });
    expect(await findFile(stored.name)).toEqual(stored);
    expect(Buffer.from(await bytesOf(readFile(stored))).equals(bytes)).toBe(true);
  });

  test('may be empty', async () => {
    const stored = await storeFile(new Uint8Array(0), privately());
    expect(stored).toMatchObject({ size: 0, hash: sha256(new Uint8Array(0)) });
    expect(await bytesOf(readFile(stored))).toHaveLength(0);
  });

  test('can be read in part, from any byte to any other', async () => {
    const draft = newDraft();
    const bytes = randomBytes(1_000);
    for (const [seq, [from, to]] of [
      [0, 100],
      [100, 350],
      [350, 351],
      [351, 1_000],
    ].entries())
      await appendChunk(draft, seq, bytes.subarray(from, to));
    const stored = await finishFile(draft, privately());
    for (const [first, last] of [
      [0, 0],
      [99, 100],
      [100, 349],
      [350, 350],
      [0, 999],
      [340, 999],
      [999, 999],
    ]) {
      const part = await bytesOf(readFile(stored, { first: first ?? 0, last: last ?? 0 }));
      expect(Buffer.from(part).equals(bytes.subarray(first, (last ?? 0) + 1)), `${first}-${last}`).toBe(true);
    }
  });

  test('is written by whoever goes on with its draft; what is written twice is there once', async () => {
    const draft = newDraft();
    await appendChunk(draft, 0, Buffer.from('one '));
    await appendChunk(draft, 1, Buffer.from('lost'));
    await appendChunk(draft, 1, Buffer.from('two '));
    await appendChunk(draft, 0, Buffer.from('one '));
    await appendChunk(draft, 2, Buffer.from('three'));
    const naming = privately();
    const finished = await Promise.all([finishFile(draft, naming), finishFile(draft, naming)]);
    expect(finished[0]).toEqual(finished[1]);
    expect(await new Response(readFile(finished[0])).text()).toBe('one two three');
    // Late, by one who was paused: a finished file stays as it is.
    await appendChunk(draft, 1, Buffer.from('late'));
    await appendChunk(draft, 3, Buffer.from('late'));
    expect(await finishFile(draft, naming)).toEqual(finished[0]);
    expect(await new Response(readFile(finished[0])).text()).toBe('one two three');
  });

  test('is kept once, however often the same is written at once', async () => {
    const bytes = randomBytes(300_000);
    const stored = await Promise.all(Array.from({ length: 6 }, () => storeFile(bytes, privately())));
    expect(new Set(stored.map(({ contentId }) => contentId)).size).toBe(1);
    expect(await contentsOf(sha256(bytes))).toBe(1);
    const drafts = await query(
      'drafts_of_size',
      `select 1 from files f join file_chunks c on c.file_id = f.id
      where f.hash is null and c.bytes = decode($1, 'base64')`,
      [bytes.subarray(0, 256 * 1024).toString('base64')],
    );
    expect(drafts).toEqual([]);
  });

  test('goes away with its last name, and not before', async () => {
    const bytes = randomBytes(10_000);
    const [a, b] = await Promise.all([storeFile(bytes, privately()), storeFile(bytes, privately())]);
    await removeFiles([a.name]);
    await collectFiles();
    expect(await findFile(a.name)).toBeNull();
    expect(Buffer.from(await bytesOf(readFile(b))).equals(bytes)).toBe(true);
    const half = readFile(b).getReader();
    await removeFiles([b.name]);
    await collectFiles();
    expect(await contentsOf(a.hash)).toBe(0);
    await expect(half.read()).rejects.toThrow('went away');
  });

  test('that is being written is not collected; one that was left alone for days is', async () => {
    const [young, old] = [newDraft(), newDraft()];
    await appendChunk(young, 0, Buffer.from('a'));
    await appendChunk(old, 0, Buffer.from('a'));
    await query('age_draft', `update files set created_at = now() - interval '3 days' where id = $1::uuid`, [
      old,
    ]);
    await collectFiles();
    const left = await query<{ id: string }>(
      'drafts_left',
      'select id::text from files where id = any ($1::uuid[])',
      [[young, old]],
    );
    expect(left).toEqual([{ id: young }]);
  });

  test('takes no chunk that a statement could not carry', async () => {
    await expect(appendChunk(newDraft(), 0, new Uint8Array(MAX_CHUNK_BYTES + 1))).rejects.toThrow(RangeError);
  });
});

describe('at /files', () => {
  const picture = randomBytes(400_000);
  const naming = nameRendering(sha256(randomBytes(9)), 800, 'webp');

  test('a public picture is there for ever, for every cache', async () => {
    const stored = await storeFile(picture, naming);
    const answer = await GET(...asked(naming.name));
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-length': '400000',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      etag: `"${stored.hash}"`,
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true);
    const known = await GET(
      ...asked(naming.name, { headers: { 'if-none-match': `"x", W/"${stored.hash}"` } }),
    );
    expect([known.status, await known.text()]).toEqual([304, '']);
    const head = await HEAD(...asked(naming.name, { method: 'HEAD' }));
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '400000', '']);
    expect((await POST(asked(naming.name, { method: 'POST' })[0])).status).toBe(405);
  });

  test('nothing else is', async () => {
    const secret = await storeFile(picture, privately(`${sha256(randomBytes(9))}-400.webp`));
    const names = [
      secret.name,
      secret.hash,
      `${secret.hash}-400.webp`,
      '..%2f',
      'reports',
      naming.name.toUpperCase(),
    ];
    for (const name of names) {
      const answer = await GET(...asked(name));
      expect([name, answer.status, answer.headers.get('cache-control')]).toEqual([name, 404, 'no-store']);
    }
  });

  test('only a picture can be made public', async () => {
    for (const wrong of [
      { ...naming, mediaType: 'text/html' },
      { ...naming, name: 'page.html', mediaType: 'text/html' },
      { ...naming, name: 'reports/x.csv', mediaType: 'image/webp' },
    ])
      await expect(storeFile(picture, wrong)).rejects.toThrow(RangeError);
  });
});
