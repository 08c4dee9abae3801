'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Badge } from '@/app/(merchant)/_ui/badge';
import { Button } from '@/app/(merchant)/_ui/button';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { ago, count, dateTime } from '@/app/(merchant)/_ui/format';
import { Page, Section } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { StockTabs } from '../stock-tabs';

type Check = Schema<'BookCheck'>;

function CheckBadge({ check }: { check: Check }) {
  if (check.status === 'asked') return <Badge tone="busy">being checked</Badge>;
  if (check.status === 'failed') return <Badge tone="warn">could not be read</Badge>;
  return check.faults.length === 0 ? <Badge tone="good">balance</Badge> : <Badge tone="bad">differ</Badge>;
}

const COLUMNS: readonly Column<Check>[] = [
  {
    key: 'when',
    head: 'When',
    cell: ({ createdAt }) => (
      <time dateTime={createdAt} title={dateTime(createdAt)}>
        {ago(createdAt)}
      </time>
    ),
  },
  { key: 'result', head: 'The books', cell: (check) => <CheckBadge check={check} /> },
  { key: 'faults', head: 'Faults', isFigure: true, cell: ({ faults }) => count(faults.length) },
  {
    key: 'who',
    head: 'Asked by',
    isWideOnly: true,
    cell: ({ actor }) => (actor === 'schedule' ? 'the night’s check' : 'a person'),
  },
  {
    key: 'took',
    head: 'Took',
    isFigure: true,
    isWideOnly: true,
    cell: ({ tookMs }) => (tookMs === null ? '–' : `${(tookMs / 1_000).toFixed(1)} s`),
  },
];

/** Whether stock, orders and the ledger agree: what each check found, and another one now. */
export function CheckList() {
  const address = useAddress();
  const mayWrite = useMay('stock:write');
  const query = { ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}), limit: 20 };
  const checks = useQuery({
    queryKey: ['stock', 'checks', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/book-checks', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
  const latest = checks.data?.items.find(({ status }) => status === 'done');
  return (
    <Page
      title="Stock"
      lead="Every night the ledger, the shelves and the orders are compared: what came in must be what is free, held or sold."
      actions={mayWrite ? <CheckNow /> : null}
    >
      <StockTabs />
      {latest && latest.faults.length > 0 ? <Faults check={latest} /> : null}
      <Loaded query={checks} lines={6}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title="The books were not checked yet">The first check is made at night, or now.</Empty>
          ) : (
            <>
              <DataTable
                label="Checks of the books"
                columns={COLUMNS}
                rows={items}
                idOf={({ id }) => id}
                nameOf={({ createdAt }) => dateTime(createdAt)}
                isStale={checks.isPlaceholderData}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function CheckNow() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isBusy, setIsBusy] = useState(false);
  async function check() {
    setIsBusy(true);
    try {
      await ask(api.POST('/api/admin/book-checks', { body: { kind: 'stock' } }));
      toasts.done('The books are being checked.');
      await queries.invalidateQueries({ queryKey: ['stock', 'checks'] });
    } catch (error) {
      toasts.failed(error);
    } finally {
      setIsBusy(false);
    }
  }
  return (
    <Button kind="act" isBusy={isBusy} onClick={() => void check()}>
      Check now
    </Button>
  );
}

type Fault = Check['faults'][number] & { at: number };

const FAULT_COLUMNS: readonly Column<Fault>[] = [
  { key: 'what', head: 'What is wrong', cell: ({ what }) => what },
  { key: 'subject', head: 'Of', cell: ({ subject }) => <span className="break-all">{subject}</span> },
  { key: 'expected', head: 'Expected', isFigure: true, cell: ({ expected }) => expected },
  { key: 'found', head: 'Found', isFigure: true, cell: ({ found }) => found },
];

function Faults({ check }: { check: Check }) {
  return (
    <div role="alert">
      <Section
        title="The books of stock do not balance"
        className="border-bad!"
        lead={`Found ${dateTime(check.finishedAt ?? check.createdAt)}. Something wrote around the ledger; look at these before you trust their levels.`}
      >
        <DataTable
          label="What differs"
          columns={FAULT_COLUMNS}
          rows={check.faults.map((fault, at) => ({ ...fault, at }))}
          idOf={({ at }) => String(at)}
          nameOf={({ subject }) => subject}
        />
      </Section>
    </div>
  );
}
