import { canonicalJson } from '../canonical-json';
import { isSignedBy, signBody } from '../signature';
import type { AppReport } from './save-app';

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 8 * 1024 * 1024;

/** The app is there, but does not (yet) answer as an app of the SDK; its message is one sentence. */
export class NoApp extends Error {
  override name = 'NoApp';
}

/**
 * Asks an app for its functions (an in-band sync: it pulls, nothing calls back). Null from an app that will not be
 * asked like that: it has registered by itself instead.
 */
export async function pullApp(url: string, signingKey: string | null): Promise<AppReport | null> {
  const body = canonicalJson({ url });
  const response = await fetch(url, {
    method: 'PUT',
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      'content-type': 'application/json',
      'x-inngest-sync-kind': 'in_band',
      'x-inngest-server-kind': signingKey === null ? 'dev' : 'cloud',
      ...(signingKey === null ? {} : { 'x-inngest-signature': signBody(body, signingKey) }),
    },
    body,
  });
  const text = await response.text();
  if (text.length > MAX_BYTES) throw new NoApp(`The answer of ${url} is too long.`);
  if (response.status === 401) {
    throw new NoApp(
      `${url} refuses the sync (401): its signing key is not the engine's, or it is in another mode.`,
    );
  }
  const kind = response.headers.get('x-inngest-sync-kind');
  if (response.status === 200 && kind === 'out_of_band') return registered(url, text);
  if (response.status !== 200 || kind !== 'in_band') {
    throw new NoApp(
      `${url} does not answer a sync like an app of the Inngest SDK (status ${response.status}).`,
    );
  }
  const signature = response.headers.get('x-inngest-signature') ?? undefined;
  if (signingKey !== null && !isSignedBy(text, signingKey, signature)) {
    throw new NoApp(`${url} answers the sync without a valid signature.`);
  }
  return readReport(url, text);
}

/** An app that registers says 200 even when the engine said no; only `modified` tells. */
function registered(url: string, text: string): null {
  try {
    if ('modified' in (JSON.parse(text) as object)) return null;
  } catch {}
  throw new NoApp(`${url} could not register: ${text.slice(0, 300)}`);
}

function readReport(url: string, text: string): AppReport {
  try {
    const { app_id, functions, sdk_language, sdk_version } = JSON.parse(text) as Record<string, unknown>;
    if (typeof app_id !== 'string' || !Array.isArray(functions)) throw new Error('no functions');
    return { url, id: app_id, sdk: `${String(sdk_language)}:v${String(sdk_version)}`, functions };
  } catch {
    throw new NoApp(`${url} answers the sync with something that is not a list of functions.`);
  }
}
