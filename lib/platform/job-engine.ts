import { env } from './env';

const INNGEST_CLOUD_EVENTS = 'https://inn.gs';
const DEV_SERVER = 'http://localhost:8288';

/** Where events go, and where the engine itself can be asked how it is: null when it is Inngest's cloud. */
export type JobEngine = {
  readonly eventsUrl: string;
  readonly engineUrl: string | null;
};

/**
 * The job engine as configured, by the variables that the Inngest SDK reads too: `INNGEST_DEV` names a development server
 * (it asks for no keys), `INNGEST_BASE_URL` an engine of one's own, and an event key alone means Inngest's cloud. Null when
 * there is none: then nothing is sent, and what is to be sent waits in the outbox.
 */
export function jobEngine(): JobEngine | null {
  const { INNGEST_DEV, INNGEST_BASE_URL, INNGEST_EVENT_KEY } = env();
  if (INNGEST_DEV !== undefined && INNGEST_DEV !== '0') {
    const base = INNGEST_BASE_URL ?? (INNGEST_DEV === '1' ? DEV_SERVER : INNGEST_DEV);
    return { eventsUrl: at(base, 'e/NO_EVENT_KEY_SET'), engineUrl: base };
  }
  if (INNGEST_EVENT_KEY === undefined) return null;
  const path = `e/${encodeURIComponent(INNGEST_EVENT_KEY)}`;
  return {
    eventsUrl: at(INNGEST_BASE_URL ?? INNGEST_CLOUD_EVENTS, path),
    engineUrl: INNGEST_BASE_URL ?? null,
  };
}

function at(base: string, path: string): string {
  return new URL(path, base.endsWith('/') ? base : `${base}/`).href;
}
