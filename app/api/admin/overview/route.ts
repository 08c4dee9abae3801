import * as contract from '@/app/api/_contract/overview';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { getOverview } from '@/lib/sales/get-overview';
import { faultOfDays } from '@/lib/sales/input';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getOverview, async ({ query }) => {
    const fault = faultOfDays(query);
    return fault === null
      ? reply(200, await getOverview(query))
      : refuse('validation-failed', { errors: [fault] });
  }),
);
