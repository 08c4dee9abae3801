import * as contract from '@/app/api/_contract/settings';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { changeSettings } from '@/lib/shop/change-settings';
import { getSettings } from '@/lib/shop/queries';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getSettings, async () => reply(200, await getSettings())),
  handle(contract.changeSettings, async ({ body, actor, requestId }) => {
    const changed = await changeSettings(body, { actor: actor.id, requestId });
    if (changed.ok) return reply(200, changed.value);
    if (changed.reason === 'currency-in-use') return refuse(changed.reason);
    const message = 'Must be an IANA time zone that the database knows.';
    return refuse('validation-failed', { errors: [{ path: 'timeZone', message }] });
  }),
);
