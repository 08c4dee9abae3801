import type { IdPrefix } from '@/lib/kernel/ids';
import { idSchema } from '@/lib/kernel/schemas';
import type { ProblemCode } from '@/lib/platform/problems';

/** A path part that is an id. Text that cannot be one is answered as an id of nothing. */
export function pathId<P extends IdPrefix, C extends ProblemCode>(prefix: P, absent: C, description: string) {
  return { schema: idSchema(prefix), absent, description } as const;
}
