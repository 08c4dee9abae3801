import { readFile as readFromDisk } from 'node:fs/promises';
import { join } from 'node:path';
import { drawSocialPicture } from '@/lib/catalog/draw-social-picture';
import { readSocialPictureName } from '@/lib/catalog/social-picture';
import { createMemoryCache } from '@/lib/platform/cache';
import { env } from '@/lib/platform/env';
import { findFile, readFile } from '@/lib/platform/files/read-file';
import { describeError, logEveryMinute } from '@/lib/platform/log';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly name: string }> };

/** A name means one picture for ever. */
const KEEP = 'public, max-age=31536000, immutable';

// Whoever shows a link asks once, then all their readers do: one is drawn once, the latest are remembered.
const drawn = createMemoryCache(30);
const KEPT_MS = 3_600_000;
const TIMEOUT_MS = 5_000;

/** What others show beside a link to a page: drawn from its pictures when it is first asked for. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { name } = await params;
  const sources = await readSocialPictureName(name);
  if (sources === null) return missing();
  try {
    const bytes = await drawn.cached(name, KEPT_MS, () => draw(sources));
    if (bytes === null) {
      drawn.forget(name);
      return missing();
    }
    return new Response(bytes.slice(), {
      headers: {
        'content-type': 'image/jpeg',
        'content-length': String(bytes.length),
        'cache-control': KEEP,
      },
    });
  } catch (error) {
    logEveryMinute('warn', 'social-picture:failed', { error: describeError(error) });
    return new Response(null, { status: 503, headers: { 'cache-control': 'no-store', 'retry-after': '5' } });
  }
}

const missing = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });

async function draw(sources: readonly string[]): Promise<Uint8Array | null> {
  const found = await Promise.all(sources.map(read));
  const pictures = found.filter((bytes) => bytes !== null);
  // The first is what the page is about.
  return found[0] === null ? null : drawSocialPicture(pictures);
}

/** A picture of ours: rendered by a job, or one that came with the shop. */
async function read(path: string): Promise<Uint8Array | null> {
  const stored = /^\/files\/(.+)$/.exec(path)?.[1];
  if (stored !== undefined) {
    const file = await findFile(stored);
    return file?.isPublic ? new Uint8Array(await new Response(readFile(file)).arrayBuffer()) : null;
  }
  // Where functions have no files beside them, the shop's own address has them.
  return readFromDisk(join(/* turbopackIgnore: true */ process.cwd(), 'public', path)).catch(() =>
    fetched(path),
  );
}

async function fetched(path: string): Promise<Uint8Array | null> {
  const answer = await fetch(new URL(path, env().PUBLIC_URL), { signal: AbortSignal.timeout(TIMEOUT_MS) });
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}
