import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { env } from '@/lib/platform/env';
import { isInternal } from '../is-internal';

export const dynamic = 'force-dynamic';

/** Which build this origin serves, for our own processes: an edge of another build refuses to start in front of it. */
export async function GET(request: Request): Promise<Response> {
  if (!isInternal(request)) return new Response(null, { status: 404 });
  // Unmarked, the path would make Next trace the whole project into the output.
  const file = resolve(/* turbopackIgnore: true */ process.env.NEXT_DIST_DIR ?? '.next', 'BUILD_ID');
  const buildId = (await readFile(file, 'utf8')).trim();
  return Response.json({ buildId, release: env().RELEASE }, { headers: { 'cache-control': 'no-store' } });
}
