'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, ask } from '../_api/client';

const EVERY_MS = 4_000;
/** What merchants change, by the audit log: the first words of the queries that show it. */
const CHANGES = [
  'products',
  'collections',
  'discounts',
  'customers',
  'settings',
  'staff',
  'webhooks',
  'audit',
  'home',
];
const TOPICS: Readonly<Record<string, readonly string[]>> = {
  orders: ['orders', 'home'],
  stock: ['stock', 'products', 'home'],
  imports: ['imports', 'home'],
  reports: ['reports', 'home'],
  mails: ['mails'],
  changes: CHANGES,
};

/** What moves by itself may have ended between a list's first answer and the first pulse, and would stand still for ever. */
const MOVING: ReadonlySet<string> = new Set(['imports', 'reports']);

/**
 * Keeps what is on the screen true: one cheap call every four seconds tells which topics have changed since, and what was
 * asked about those is asked anew. Nothing is asked while the window is hidden.
 */
export function Pulse() {
  const queries = useQueryClient();
  const seen = useRef<Readonly<Record<string, string>>>({});
  const { data } = useQuery({
    queryKey: ['pulse'],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/pulse', { signal })),
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: false,
    staleTime: 0,
  });
  useEffect(() => {
    if (!data) return;
    const topics: Readonly<Record<string, string>> = data.topics;
    for (const [topic, version] of Object.entries(topics)) {
      const before = seen.current[topic];
      if (before === version || (before === undefined && !MOVING.has(topic))) continue;
      for (const first of before === undefined ? [topic] : (TOPICS[topic] ?? []))
        void queries.invalidateQueries({ queryKey: [first] });
    }
    seen.current = topics;
  }, [data, queries]);
  return null;
}
