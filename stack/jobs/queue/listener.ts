import pg from 'pg';
import type { Database } from '../database';

const CHANNEL = 'jobs';
const AGAIN_MS = 5_000;

/**
 * Hears from other engines that there is work, or that functions changed. Only a help: behind a pooler that swallows
 * notifications the next look finds the same, a second later.
 */
export function startListener(databaseUrl: string, heard: () => void): { stop(): Promise<void> } {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  async function listen(): Promise<void> {
    const mine = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: 'jobs-listener',
    });
    client = mine;
    mine.on('notification', heard);
    mine.on('error', () => {});
    mine.on('end', again);
    await mine.connect();
    await mine.query(`listen ${CHANNEL}`);
  }

  function again(): void {
    if (stopped || timer) return;
    timer = setTimeout(() => {
      timer = null;
      listen().catch(again);
    }, AGAIN_MS);
  }

  listen().catch(again);
  return {
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}

/** Tells other engines. The one that leads tells itself without Postgres. */
export async function notifyOthers(db: Database): Promise<void> {
  await db.query('select pg_notify($1, $2)', [CHANNEL, '']);
}
