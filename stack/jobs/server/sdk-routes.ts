import type { Database } from '../database';
import { messageOf } from '../log';
import type { Registry } from '../sync/registry';
import { saveApp } from '../sync/save-app';
import type { SyncLoop } from '../sync/sync-loop';
import { HttpError, json, readJson } from './http';
import type { Route } from './router';

/** What the SDK asks of a server: registration, its probe, and the state of a run that is too large to be sent. */
export function sdkRoutes(db: Database, registry: Registry, sync: () => SyncLoop, dev: boolean): Route[] {
  return [
    {
      method: 'POST',
      path: '/fn/register',
      access: 'signing-key',
      async handle({ request }) {
        const { url, appName, sdk, functions } = await readJson(request);
        if (typeof url !== 'string' || !Array.isArray(functions))
          throw new HttpError(400, 'url and functions are needed.');
        try {
          const modified = await saveApp(db, {
            url,
            id: String(appName ?? url),
            sdk: String(sdk),
            functions,
          });
          if (modified) await registry.refresh();
          return json({ ok: true, modified, status: 200 });
        } catch (error) {
          throw new HttpError(400, messageOf(error));
        }
      },
    },
    { method: 'GET', path: '/dev', access: 'open', handle: () => devInfo(registry, dev) },
    {
      method: 'PUT',
      path: '/v1/apps/:name/sync',
      access: 'signing-key',
      async handle({ params }) {
        const state = await sync().force(params.name ?? '');
        if (!state) throw new HttpError(404, `There is no app "${params.name}".`);
        if (!state.ok) throw new HttpError(400, state.error ?? 'The sync failed.');
        return json({ data: state, status: 200 });
      },
    },
    {
      method: 'GET',
      path: '/v0/runs/:id/actions',
      access: 'signing-key',
      async handle({ params }) {
        await findEvents(db, params.id);
        const rows = await db.query<{ id: string; value: string }>(
          'select id, value from jobs.step where run_id = $1 order by seq',
          [params.id],
        );
        return json(Object.fromEntries(rows.map(({ id, value }) => [id, JSON.parse(value) as unknown])));
      },
    },
    {
      method: 'GET',
      path: '/v0/runs/:id/batch',
      access: 'signing-key',
      handle: async ({ params }) => json(JSON.parse(await findEvents(db, params.id)) as unknown),
    },
    {
      method: 'POST',
      path: '/v1/checkpoint/:id/async',
      access: 'signing-key',
      handle: () => {
        throw new HttpError(501, 'Checkpointing is not supported by this engine: it never asks for it.');
      },
    },
  ];
}

async function findEvents(db: Database, runId: string | undefined): Promise<string> {
  const [run] = await db.query<{ events: string }>('select events from jobs.run where id = $1', [runId]);
  if (!run) throw new HttpError(404, `There is no run "${runId}".`);
  return run.events;
}

function devInfo(registry: Registry, dev: boolean) {
  const functions = [...registry.all()].filter(({ active }) => active);
  return json({
    version: 'embedded',
    isSingleNodeService: true,
    authed: !dev,
    functions: functions.map(({ id, name }) => ({ id, name })),
  });
}
