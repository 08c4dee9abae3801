import type { Database } from '../database';
import { parseDelay } from '../duration';
import { HttpError, json, readJson } from './http';
import type { Route } from './router';

/** For tests alone: makes what is due by an instant due now, so that nobody waits fifteen minutes for a timeout. */
export function testRoutes(db: Database, wake: () => void): Route[] {
  return [
    {
      method: 'POST',
      path: '/test/advance',
      access: 'signing-key',
      async handle({ request }) {
        const { run, to } = await readJson(request);
        const delay = parseDelay(String(to ?? ''));
        if (to === undefined || !delay)
          throw new HttpError(400, '"to" must be an instant or a duration from now.');
        const rows = await db.query(
          `update jobs.job set run_at = now(), place = least(place, now())
           where run_at > now() and token is null and ($1::text is null or run_id = $1)
             and run_at <= coalesce($2::timestamptz, now() + make_interval(secs => $3))
           returning 1`,
          [
            typeof run === 'string' && run !== 'all' ? run : null,
            'at' in delay ? delay.at : null,
            'delayMs' in delay ? delay.delayMs / 1_000 : null,
          ],
        );
        wake();
        return json({ advanced: rows.length, status: 200 });
      },
    },
  ];
}
