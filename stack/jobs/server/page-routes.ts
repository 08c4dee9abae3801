import type { Database } from '../database';
import { cancelRuns } from '../intake/keep-singletons';
import { rerun } from '../runs/rerun';
import type { Registry } from '../sync/registry';
import { page } from './html';
import { HttpError, type Reply } from './http';
import type { Route } from './router';
import { runPage } from './run-page';
import { runsPage } from './runs-page';

/** A page for people: the last runs, what each has done and waits for, and two buttons. */
export function pageRoutes(db: Database, registry: Registry, wake: () => void): Route[] {
  return [
    {
      method: 'GET',
      path: '/',
      access: 'admin',
      handle: async ({ url }) => html(await runsPage(db, registry, url.searchParams)),
    },
    {
      method: 'GET',
      path: '/runs/:id',
      access: 'admin',
      async handle({ params }) {
        const body = await runPage(db, params.id ?? '');
        return body === null ? html(page('Not found', '<p>There is no such run.</p>'), 404) : html(body);
      },
    },
    {
      method: 'POST',
      path: '/runs/:id/cancel',
      access: 'admin',
      async handle({ params }) {
        await cancelRuns(db, [params.id ?? '']);
        wake();
        return seeOther(`/runs/${params.id}`);
      },
    },
    {
      method: 'POST',
      path: '/runs/:id/rerun',
      access: 'admin',
      async handle({ params }) {
        const created = await db.inTransaction((tx) => rerun(tx, registry, params.id));
        if (created === null) throw new HttpError(404, 'The run or its function is gone.');
        wake();
        return seeOther(`/runs/${created}`);
      },
    },
  ];
}

function html(body: string, status = 200): Reply {
  return { status, body, html: true };
}

function seeOther(location: string): Reply {
  return { status: 303, body: '', html: true, headers: { location } };
}
