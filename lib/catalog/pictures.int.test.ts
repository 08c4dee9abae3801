import { createHash, randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pictureSources } from '@/app/components/picture-sources';
import { GET } from '@/app/files/[name]/route';
import { closeDatabase, query } from '@/db/client';
import { newId, type ProductId } from '@/lib/kernel/ids';
import { findFile } from '@/lib/platform/files/read-file';
import { PUBLIC_WEB, type Reach } from '@/lib/platform/open-remote';
import { fetchPictures } from './fetch-pictures';
import { findProduct } from './find-products';
import { claimPictures } from './internal/picture-queue';
import type { ImageDraft, StoredProduct } from './model';
import { findProductBySlug } from './queries';
import { renderPictures } from './render-pictures';
import { saveProducts } from './save-products';
import { newDraft } from './testing/drafts';

let server: Server;
let base = '';
let reach: Reach;
/** What the server answers, by path; paths are fresh, and how often each was asked for is counted. */
const answers = new Map<string, RequestListener>();
const visits = new Map<string, number>();

beforeAll(async () => {
  server = createServer((request, answer) => {
    const path = request.url ?? '';
    visits.set(path, (visits.get(path) ?? 0) + 1);
    answers.get(path)?.(request, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
  reach = (address, asked) => (address === '127.0.0.1' && asked === port) || PUBLIC_WEB(address, asked);
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await closeDatabase();
});

function serveAt(listener: RequestListener, name = 'picture'): string {
  const path = `/${name}-${randomUUID()}`;
  answers.set(path, listener);
  return base + path;
}

const visitsOf = (url: string) => visits.get(new URL(url).pathname) ?? 0;

/** A picture like no other, so that nobody has rendered it. */
const draw = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: `#${randomUUID().slice(0, 6)}`,
      noise: { type: 'gaussian', mean: 128, sigma: 4 },
    },
  });

const serveBytes = (bytes: Uint8Array, type = 'image/jpeg') =>
  serveAt((_, answer) => answer.writeHead(200, { 'content-type': type, etag: '"1"' }).end(bytes));

/** Small: noise is what compresses slowest. */
const jpeg = async () => draw(240, 160).jpeg().toBuffer();

const imageAt = (sourceUrl: string): ImageDraft => ({
  id: newId('img'),
  alt: 'Seen from above',
  sourceUrl,
  path: null,
  width: null,
  height: null,
});

async function makeProduct(...urls: string[]): Promise<ProductId> {
  const draft = newDraft({ images: urls.map(imageAt) });
  const saved = await saveProducts([{ draft, before: null }], { actor: 'test', reason: 'test' });
  if (!saved.ok) throw new Error(saved.reason);
  return draft.id;
}

async function see(id: ProductId): Promise<StoredProduct> {
  const found = await findProduct(id);
  if (found === null) throw new Error(`no ${id}`);
  return found;
}

type Standing = {
  status: string;
  attempts: number;
  message: string | null;
  etag: string | null;
  rest: number;
};

async function standing(url: string): Promise<Standing> {
  const [row] = await query<Standing>(
    'picture_standing',
    `select status, attempts::int, message, etag, extract(epoch from due_at - now())::int as rest
     from remote_images where url = $1`,
    [url],
  );
  if (row === undefined) throw new Error(`nobody wants ${url}`);
  return row;
}

/** Makes these due before whatever other tests want. */
async function hurry(urls: readonly string[]): Promise<void> {
  await query(
    'hurry_pictures',
    `update remote_images set due_at = '2000-01-01' where url = any ($1::text[]) and status in ('wanted', 'fetched')`,
    [urls],
  );
}

const fetchDue = () => fetchPictures({ reach, timeoutMs: 1_000 });

const fetchNow = async (...urls: string[]) => {
  await hurry(urls);
  await fetchDue();
};

const renderNow = async (...urls: string[]) => {
  for (const url of urls) {
    await hurry([url]);
    if ((await standing(url)).status === 'fetched') await renderPictures();
  }
};

describe('a picture that lies elsewhere', () => {
  test('is fetched, rendered at three widths and shown by its product, upright and without a word of its maker', async () => {
    // 900 x 600 as it lies in the file, to be looked at turned by a quarter.
    const bytes = await draw(1800, 1200)
      .jpeg()
      .withExif({ IFD0: { Copyright: 'Somebody', Orientation: '6' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const url = serveBytes(bytes);
    const id = await makeProduct(url);
    const { slug } = (await see(id)).draft;
    expect((await findProductBySlug(slug))?.images).toMatchObject([{ url: '/placeholder.svg' }]);

    await fetchNow(url);
    expect(await standing(url)).toMatchObject({ status: 'fetched', attempts: 0, etag: '"1"' });
    await renderNow(url);

    const hash = createHash('sha256').update(bytes).digest('hex');
    const shown = await findProductBySlug(slug);
    expect(shown?.images).toEqual([
      { url: `/files/${hash}-800.webp`, alt: 'Seen from above', width: 1200, height: 1800 },
    ]);
    const { src, avif, webp } = pictureSources(shown?.images[0]?.url ?? '');
    const addresses = [
      src,
      ...[avif, webp].flatMap((set) => (set ?? '').split(', ').map((one) => one.split(' ')[0] ?? '')),
    ];
    expect(new Set(addresses).size).toBe(6);
    for (const address of addresses) {
      const name = address.replace('/files/', '');
      const answer = await GET(new Request(`http://shop.test${address}`), {
        params: Promise.resolve({ name }),
      });
      expect([address, answer.status, answer.headers.get('cache-control')]).toEqual([
        address,
        200,
        'public, max-age=31536000, immutable',
      ]);
      const rendering = sharp(Buffer.from(await answer.arrayBuffer()));
      const { format, width = 0, height = 0, exif, orientation } = await rendering.metadata();
      const asked = Number(/-(\d+)\./.exec(name)?.[1]);
      expect([width, format]).toEqual([Math.min(asked, 1200), name.endsWith('avif') ? 'heif' : 'webp']);
      expect(height / width).toBeCloseTo(1.5, 1);
      expect([exif, orientation]).toEqual([undefined, undefined]);
    }
    // Nothing but the renderings is kept.
    expect(await findFile(`pictures/${hash}`)).toBeNull();
  });

  test('is fetched once, however many products show it and however often they are saved', async () => {
    const url = serveBytes(await jpeg());
    const ids = await Promise.all([makeProduct(url), makeProduct(url), makeProduct(url)]);
    await hurry([url]);
    await Promise.all([fetchDue(), fetchDue()]);
    await renderNow(url);
    const late = await makeProduct(url);
    await renderPictures();
    for (const id of [...ids, late]) expect((await see(id)).draft.images[0]?.path).toMatch(/^\/files\//);
    expect(visitsOf(url)).toBe(1);
  });

  test('that is the same as one from another address shares its renderings', async () => {
    const bytes = await jpeg();
    const [one, other] = [serveBytes(bytes), serveBytes(bytes)];
    const [first, second] = [await makeProduct(one), await makeProduct(other)];
    await fetchNow(one, other);
    await renderNow(one, other);
    const { path } = (await see(first)).draft.images[0] ?? {};
    expect(path).toMatch(/^\/files\//);
    expect((await see(second)).draft.images[0]?.path).toBe(path);
  });

  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
    'may be %s, whatever its server calls it',
    async (format) => {
      const bytes = await draw(250, 150).toFormat(format, { effort: 1 }).toBuffer();
      const url = serveBytes(bytes, 'text/plain');
      const id = await makeProduct(url);
      await fetchNow(url);
      await renderNow(url);
      expect((await see(id)).draft.images).toMatchObject(
        [{ width: 250, height: 150, path: /^\/files\// }].map(({ path, ...rest }) => ({
          ...rest,
          path: expect.stringMatching(path),
        })),
      );
    },
  );

  test('with holes keeps them, and one in grey or of few colours is rendered too', async () => {
    const urls = [
      serveBytes(await draw(300, 300).ensureAlpha(0.5).png().toBuffer()),
      serveBytes(await draw(300, 300).toColourspace('b-w').png().toBuffer()),
      serveBytes(await draw(300, 300).toColourspace('cmyk').jpeg().toBuffer()),
      serveBytes(await draw(300, 300).toColourspace('rgb16').png().toBuffer()),
      serveBytes(await draw(300, 300).png({ palette: true }).toBuffer()),
    ];
    const id = await makeProduct(...urls);
    await fetchNow(...urls);
    await renderNow(...urls);
    const { images } = (await see(id)).draft;
    expect(images.map(({ path }) => path)).not.toContain(null);
  });
});

describe('a picture that cannot be had', () => {
  const bad: Record<string, () => string | Promise<string>> = {
    'larger than 10 MiB': () =>
      serveAt((_, answer) => {
        const write = () => {
          while (answer.write(Buffer.alloc(65_536)));
        };
        answer.on('drain', write);
        write();
      }),
    'none of jpeg': () =>
      serveBytes(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'),
    'answered 404': () => serveAt((_, answer) => answer.writeHead(404).end()),
    'redirected more than 3 times': () => {
      const path = `/round-${randomUUID()}`;
      answers.set(path, (_, answer) => answer.writeHead(302, { location: path }).end());
      return base + path;
    },
    'not one of the public web': () =>
      serveAt((_, answer) => answer.writeHead(302, { location: 'http://169.254.169.254/' }).end()),
    'million pixels': async () =>
      serveBytes(
        await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: 'red' } })
          .png()
          .toBuffer(),
      ),
    'it is broken': async () => serveBytes((await jpeg()).subarray(0, 2_000)),
  };

  test.each(Object.keys(bad))('(%s) is told, keeps its placeholder, and stops no other', async (words) => {
    const url = (await bad[words]?.()) ?? '';
    const good = serveBytes(await jpeg());
    const id = await makeProduct(url, good);
    await fetchNow(url, good);
    await renderNow(url, good);
    expect(await standing(url)).toMatchObject({ status: 'failed', message: expect.stringContaining(words) });
    const [placeholder, shown] = (await see(id)).draft.images;
    expect(placeholder?.path).toBeNull();
    expect(shown?.path).toMatch(/^\/files\//);
  });

  test.each([
    ['too slow', () => {}, 'took longer than'],
    [
      'busy',
      (_: unknown, answer: { writeHead(status: number): { end(): void } }) => answer.writeHead(503).end(),
      '503',
    ],
  ] as const)(
    'now (%s) is tried again later, at growing intervals, and then given up',
    async (_, listener, words) => {
      const url = serveAt(listener as RequestListener);
      await makeProduct(url);
      const rests: number[] = [];
      for (let attempt = 1; attempt <= 4; attempt += 1) {
        await fetchNow(url);
        const { status, rest, message } = await standing(url);
        expect([status, message]).toEqual(['wanted', expect.stringContaining(words)]);
        rests.push(rest);
      }
      expect(rests.map((rest) => Math.round(rest / 60))).toEqual([1, 5, 30, 120]);
      await fetchNow(url);
      expect(await standing(url)).toMatchObject({ status: 'failed' });
      expect(visitsOf(url)).toBe(5);
    },
  );

  test('is tried anew when its product is saved later', async () => {
    let isThere = false;
    const bytes = await jpeg();
    const url = serveAt((_, answer) => (isThere ? answer.end(bytes) : answer.writeHead(404).end()));
    const id = await makeProduct(url);
    await fetchNow(url);
    const save = async () => {
      const before = await see(id);
      await saveProducts([{ draft: before.draft, before }], { actor: 'test', reason: 'test' });
    };
    await save();
    expect((await standing(url)).status).toBe('failed');
    await query(
      'age_failure',
      `update remote_images set due_at = now() - interval '2 hours' where url = $1`,
      [url],
    );
    isThere = true;
    await save();
    await fetchNow(url);
    await renderNow(url);
    expect((await see(id)).draft.images[0]?.path).toMatch(/^\/files\//);
  });
});

describe('a worker that dies', () => {
  test('with a picture in its hands leaves it to the next, and nothing is there twice', async () => {
    const url = serveBytes(await jpeg());
    const id = await makeProduct(url);
    await hurry([url]);
    expect(await claimPictures('wanted', 6)).toContainEqual(expect.objectContaining({ url }));
    expect((await standing(url)).rest).toBeGreaterThan(30);
    await fetchNow(url);
    await hurry([url]);
    await claimPictures('fetched', 6);
    await renderNow(url);
    const { draft, version } = await see(id);
    expect(draft.images[0]?.path).toMatch(/^\/files\//);
    await renderPictures();
    expect((await see(id)).version).toBe(version);
  });

  test('leaves a product alone that somebody is writing, and shows the picture the next time', async () => {
    const url = serveBytes(await jpeg());
    const id = await makeProduct(url);
    const before = await see(id);
    await fetchNow(url);
    await renderNow(url);
    // Whoever read the product without its picture must look again.
    const outcome = await saveProducts([{ draft: { ...before.draft, title: 'Other' }, before }], {
      actor: 'test',
      reason: 'test',
    });
    expect(outcome).toEqual({ ok: false, reason: 'changed-meanwhile' });
  });
});
