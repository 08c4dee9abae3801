import * as contract from '@/app/api/_contract/overview';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { listTasks } from '@/lib/tasks/list-tasks';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listTasks, async ({ actor }) => reply(200, { items: await listTasks(actor.role) })),
);
