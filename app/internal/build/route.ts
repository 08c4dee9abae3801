import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { env } from '@/lib/platform/env';

export const dynamic = 'force-dynamic';

/** Which build this origin serves, for our own processes: an edge of another build refuses to start in front of it. */
export async function GET(request: Request): Promise<Response> {
  const { INTERNAL_TOKEN, RELEASE } = env();
  const given = request.headers.get('x-internal-token');
  if (INTERNAL_TOKEN === undefined || given === null || !isSame(given, INTERNAL_TOKEN)) {
    return new Response(null, { status: 404 });
  }
  // Unmarked, the path would make Next trace the whole project into the output.
  const file = resolve(/* turbopackIgnore: true */ process.env.NEXT_DIST_DIR ?? '.next', 'BUILD_ID');
  const buildId = (await readFile(file, 'utf8')).trim();
  return Response.json({ buildId, release: RELEASE }, { headers: { 'cache-control': 'no-store' } });
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
