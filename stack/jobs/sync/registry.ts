import type { Database } from '../database';
import type { FunctionConfig } from './function-config';

export interface RegisteredFunction extends FunctionConfig {
  active: boolean;
  appId: string;
}

export interface Registry {
  get(id: string): RegisteredFunction | undefined;
  all(): Iterable<RegisteredFunction>;
  /** Active functions with a trigger for this event name: by its name, or by a wildcard. */
  triggeredBy(event: string): readonly RegisteredFunction[];
  /** The version that is held. */
  readonly version: number;
  /** Reads the functions again. */
  refresh(): Promise<void>;
  /** Reads them again if what is held is another version than this; true if it was. */
  keepUp(version: number): Promise<boolean>;
}

/** The functions of all apps, from Postgres, held in memory: every event and every claim asks for them. */
export function createRegistry(db: Database): Registry {
  let version = -1;
  let functions = new Map<string, RegisteredFunction>();
  let byEvent = new Map<string, RegisteredFunction[]>();
  let wildcards: { prefix: string; fn: RegisteredFunction }[] = [];

  function index(): void {
    byEvent = new Map();
    wildcards = [];
    for (const fn of functions.values()) {
      if (!fn.active) continue;
      for (const { event } of fn.events) {
        if (event.endsWith('*')) wildcards.push({ prefix: event.slice(0, -1), fn });
        else byEvent.set(event, [...(byEvent.get(event) ?? []), fn]);
      }
    }
  }

  return {
    get: (id) => functions.get(id),
    all: () => functions.values(),
    triggeredBy(event) {
      const named = byEvent.get(event) ?? [];
      const matching = wildcards.filter(({ prefix }) => event.startsWith(prefix)).map(({ fn }) => fn);
      return matching.length === 0 ? [...new Set(named)] : [...new Set([...named, ...matching])];
    },
    get version() {
      return version;
    },
    refresh,
    async keepUp(current) {
      if (current === version) return false;
      await refresh();
      return true;
    },
  };

  async function refresh(): Promise<void> {
    const [now] = await db.query<{ version: string }>('select version from jobs.registry');
    const rows = await db.query<{ config: FunctionConfig; active: boolean; app_id: string }>(
      'select config, active, app_id from jobs.fn',
    );
    functions = new Map(
      rows.map((row) => [row.config.id, { ...row.config, active: row.active, appId: row.app_id }]),
    );
    index();
    version = Number(now?.version ?? 0);
  }
}
