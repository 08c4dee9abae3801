import { revalidateTag } from 'next/cache';
import { z } from 'zod';
import { isInternal } from '../is-internal';

export const dynamic = 'force-dynamic';

const asked = z.object({ tags: z.array(z.string().min(1).max(256)).max(1_000) });

/**
 * Takes pages out of Next's own cache, for our own processes (lib/platform/tags/bump-tags.ts): on Vercel that is its CDN,
 * everywhere. Behind our edge nobody asks, for there Next keeps no page.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isInternal(request)) return new Response(null, { status: 404 });
  const body = asked.safeParse(await request.json().catch(() => null));
  if (!body.success) return new Response(null, { status: 422 });
  // Without a time of grace: the next visitor waits for the new page instead of seeing the old one.
  for (const tag of body.data.tags) revalidateTag(tag, { expire: 0 });
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
}
