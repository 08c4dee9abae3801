import * as contract from '@/app/api/_contract/account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { ownData } from '@/app/api/_edge/own-data';
import { handle, serve } from '@/app/api/_edge/route';
import { streamOf } from '@/app/api/_edge/stream-of';
import { findProfile } from '@/lib/customers/find-profile';
import { recordExport } from '@/lib/customers/record-export';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.downloadOwnData, async ({ actor: { customer }, requestId }) => {
    const profile = await findProfile(customer.id);
    if (profile === null) return refuse('unauthenticated');
    await recordExport(customer.id, requestId);
    return reply(200, streamOf(ownData(customer, profile)), {
      'content-type': 'application/json',
      'content-disposition': 'attachment; filename="my-data.json"',
    });
  }),
);
