import { INVOKED, internalEvent } from '../intake/event';
import type { Intake } from '../intake/intake';
import { parseEvents } from '../intake/parse-events';
import { newId } from '../new-id';
import type { Registry } from '../sync/registry';
import { HttpError, json, readJson, readText } from './http';
import type { Route } from './router';

/** How events come in: from the SDK, and for one function alone. */
export function eventRoutes(intake: Intake, registry: Registry): Route[] {
  return [
    {
      method: 'POST',
      path: '/e/:key',
      access: 'event-key',
      async handle({ request }) {
        const seed = request.headers['x-inngest-event-id-seed'];
        const text = await readText(request);
        const events = parseEvents(text, typeof seed === 'string' ? seed : undefined, Date.now());
        await intake.take(events);
        return json({ ids: events.map(({ iid }) => iid), status: 200 });
      },
    },
    {
      method: 'POST',
      path: '/invoke/:slug',
      access: 'signing-key',
      async handle({ request, params }) {
        const fnId = params.slug ?? '';
        if (!registry.get(fnId)?.active) throw new HttpError(404, `There is no function "${fnId}".`);
        const { data, user } = await readJson(request);
        const payload = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
        const event = internalEvent(
          newId(),
          INVOKED,
          { ...payload, _inngest: { fn_id: fnId } },
          typeof user === 'object' && user !== null ? { user: user as Record<string, unknown> } : {},
        );
        const runs = await intake.take([{ ...event, invoke: { fnId } }]);
        const run = runs.find(({ eventIid }) => eventIid === event.iid);
        return json({ ids: [event.iid], run_id: run?.id ?? null, status: 200 });
      },
    },
  ];
}
