'use client';

import type { paths } from '@/app/(merchant)/_api/api';
import { api, ask } from '@/app/(merchant)/_api/client';
import { useWrite } from '@/app/(merchant)/_ui/use-write';

export type SettingsChange = NonNullable<
  paths['/api/admin/settings']['patch']['requestBody']
>['content']['application/json'];

/** Changes what is named of the shop. */
export function useSaveSettings(done: string) {
  return useWrite({
    write: (body: SettingsChange) => ask(api.PATCH('/api/admin/settings', { body })),
    topics: ['settings', 'audit'],
    done,
  });
}
