import { env } from './env';
import { type JobEngine, jobEngine } from './job-engine';

const PATIENCE_MS = 3_000;
const INNGEST_CLOUD = 'https://app.inngest.com';

/** What the engine said: its data, or the status of its no; `unreachable` when it said nothing in time. */
export type BoardAnswer =
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'none' }
  /** Not ours: Inngest's cloud, a server of one's own, the dev server. They have a dashboard. */
  | { readonly kind: 'elsewhere'; readonly dashboardUrl: string };

/**
 * Asks the embedded engine, with the key that calls are signed with: it listens on this machine alone. Any other engine is told by
 * its not knowing the address.
 */
export async function askJobBoard(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  engine: JobEngine | null = jobEngine(),
): Promise<BoardAnswer> {
  if (engine === null) return { kind: 'none' };
  if (engine.engineUrl === null) return { kind: 'elsewhere', dashboardUrl: INNGEST_CLOUD };
  const { INNGEST_SIGNING_KEY } = env();
  let response: Response;
  let body: { data?: unknown; error?: unknown };
  try {
    response = await fetch(new URL(path, engine.engineUrl), {
      method,
      headers: INNGEST_SIGNING_KEY === undefined ? {} : { authorization: `Bearer ${INNGEST_SIGNING_KEY}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.headers.get('content-type')?.startsWith('application/json'))
      return { kind: 'elsewhere', dashboardUrl: engine.engineUrl };
    body = (await response.json()) as typeof body;
  } catch {
    return { kind: 'unreachable' };
  }
  if (response.ok && body.data !== undefined) return { kind: 'data', data: body.data };
  // Ours says why; that there is nothing at all at this address is another server's word.
  if (response.status === 404 && !String(body.error).startsWith('There is no run'))
    return { kind: 'elsewhere', dashboardUrl: engine.engineUrl };
  return response.status >= 500 ? { kind: 'unreachable' } : { kind: 'refused', status: response.status };
}
