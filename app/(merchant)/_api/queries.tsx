'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiFault } from './client';

/** Statuses that another try may turn into an answer. */
const isPassing = ({ problem }: ApiFault) => problem.status === 0 || problem.status >= 500;

function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // What changes while one looks is told by the pulse; this is for whoever comes back to a page.
        staleTime: 10_000,
        retry: (tries, error) => tries < 2 && error instanceof ApiFault && isPassing(error),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}

/**
 * What the dashboard has asked the API for. The first word of a query's key is its topic (`orders`, `products`, `imports`):
 * a write invalidates its topics, and so does the pulse.
 */
export function Queries({ children }: { children: ReactNode }) {
  const [queries] = useState(createQueries);
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
}
