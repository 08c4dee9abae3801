import { useQuery } from '@tanstack/react-query';
import { api, ask } from '@/app/(merchant)/_api/client';

/** Jobs have no topic in the pulse: whoever looks at them asks every three seconds, and nobody while the window is hidden. */
export const LIVE = { refetchInterval: 3_000, refetchIntervalInBackground: false } as const;

/** Who runs the jobs, and which there are. */
export function useJobs() {
  return useQuery({
    queryKey: ['jobs', 'functions'],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/jobs', { signal })),
    ...LIVE,
  });
}
