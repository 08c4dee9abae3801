'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { buttonClass } from '@/app/(merchant)/_ui/button';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { FilterBar, SearchFilter, SelectFilter } from '@/app/(merchant)/_ui/filters';
import { ago, dateTime } from '@/app/(merchant)/_ui/format';
import { Page } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { DayFilter } from './day-filter';
import { EntryDialog } from './entry-dialog';
import { deedWords, SubjectLink } from './words';

type Entry = Schema<'AuditEntry'>;

const FILTERS = ['actor', 'action', 'subject', 'since', 'until'];
const DAY_MS = 86_400_000;

/** What the API is asked for by what stands in the address: days are the reader's own, and both are included. */
function narrowed(get: (name: string) => string) {
  const from = Date.parse(`${get('since')}T00:00:00`);
  const until = Date.parse(`${get('until')}T00:00:00`);
  return {
    ...(get('actor') ? { actor: get('actor') } : {}),
    ...(get('action') ? { action: get('action') } : {}),
    ...(get('subject') ? { subject: get('subject') } : {}),
    ...(Number.isNaN(from) ? {} : { from: new Date(from).toISOString() }),
    ...(Number.isNaN(until) ? {} : { to: new Date(until + DAY_MS).toISOString() }),
  };
}

/** Who changed what and when, with what it was before. */
export function AuditLog() {
  const address = useAddress();
  const [opened, setOpened] = useState<Entry>();
  const filter = narrowed(address.get);
  const query = { ...filter, ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}), limit: 50 };
  const entries = useQuery({
    queryKey: ['audit', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/audit', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
  const facets = useQuery({
    queryKey: ['audit', 'facets'],
    staleTime: 300_000,
    queryFn: ({ signal }) => ask(api.GET('/api/admin/audit/facets', { signal })),
  });
  const columns: readonly Column<Entry>[] = [
    {
      key: 'what',
      head: 'What',
      cell: (entry) => (
        <button
          type="button"
          className="text-left font-medium hover:underline"
          onClick={() => setOpened(entry)}
        >
          {deedWords(entry.action)}
        </button>
      ),
    },
    { key: 'who', head: 'Who', cell: ({ actor, actorName }) => actorName ?? actor },
    { key: 'subject', head: 'Of', cell: (entry) => <SubjectLink entry={entry} />, isWideOnly: true },
    {
      key: 'at',
      head: 'When',
      cell: ({ at }) => (
        <time dateTime={at} title={dateTime(at)}>
          {ago(at)}
        </time>
      ),
    },
  ];
  return (
    <Page
      title="Audit log"
      lead="Every change that somebody made, with what it was before. It is written with the change, or the change is not made."
      actions={
        <a
          className={buttonClass()}
          href={`/api/admin/audit/export?${new URLSearchParams(filter)}`}
          download="audit-log.csv"
        >
          <Download aria-hidden /> Export as CSV
        </a>
      }
    >
      <FilterBar names={FILTERS}>
        <SearchFilter
          name="subject"
          label="Search by what was changed"
          placeholder="Id of what was changed"
        />
        <SelectFilter
          name="actor"
          label="Who"
          options={(facets.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectFilter
          name="action"
          label="What"
          options={(facets.data?.actions ?? []).map((action) => ({
            value: action,
            label: deedWords(action),
          }))}
        />
        <DayFilter name="since" label="From" />
        <DayFilter name="until" label="To" />
      </FilterBar>
      <Loaded query={entries} lines={12}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title="Nothing was changed">Nothing fits this. Clear the filters to see everything.</Empty>
          ) : (
            <>
              <DataTable
                label="Audit log"
                columns={columns}
                rows={items}
                idOf={({ id }) => id}
                nameOf={({ action }) => deedWords(action)}
                isStale={entries.isPlaceholderData}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
      <EntryDialog entry={opened} onClose={() => setOpened(undefined)} />
    </Page>
  );
}
