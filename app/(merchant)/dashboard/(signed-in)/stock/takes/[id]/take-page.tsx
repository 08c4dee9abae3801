'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'next/navigation';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { SelectField, TextField } from '@/app/(merchant)/_ui/field';
import { count, dateTime } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Page, Section } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Progress } from '@/app/(merchant)/_ui/progress';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { TakeStatusBadge } from '../take-status';

type Take = Schema<'StockTake'>;
type Line = Schema<'StockTakeLine'>;

const PARENT = { href: '/dashboard/stock/takes', label: 'Counts' };

/** One count: what differs, what could not be read, and taking it over. */
export function TakePage() {
  const { id } = useParams<{ id: string }>();
  const take = useQuery({
    queryKey: ['stock', 'take', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/admin/stock-takes/{id}', { params: { path: { id } }, signal })),
  });
  if (take.data) return <Shown take={take.data} />;
  return (
    <Page title="Count" parent={PARENT}>
      <Loaded query={take}>{() => null}</Loaded>
    </Page>
  );
}

function Shown({ take }: { take: Take }) {
  const mayWrite = useMay('stock:write');
  const facts = [
    ['Lines', take.lines],
    ['Differ', take.differing],
    ['Problems', take.problems],
    ['Taken over', take.applied],
  ] as const;
  return (
    <Page
      title={take.fileName}
      parent={PARENT}
      aside={<TakeStatusBadge status={take.status} />}
      lead={
        take.appliedAt === null
          ? `Uploaded ${dateTime(take.createdAt)}`
          : `Applied ${dateTime(take.appliedAt)}: ${take.reason ?? ''}`
      }
      actions={mayWrite && take.status !== 'applied' && take.differing > 0 ? <Apply take={take} /> : null}
    >
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {facts.map(([term, figure]) => (
          <div key={term}>
            <dt className="text-xs text-muted">{term}</dt>
            <dd className="figures text-lg font-semibold">{count(figure)}</dd>
          </div>
        ))}
      </dl>
      {take.status === 'applying' ? (
        <Progress label="Lines taken over" share={take.differing === 0 ? 1 : take.applied / take.differing} />
      ) : null}
      <Lines take={take} />
    </Page>
  );
}

function Apply({ take }: { take: Take }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const [reason, setReason] = useState(take.reason ?? `Count: ${take.fileName}`.slice(0, 200));
  return (
    <Confirm
      label={take.status === 'ready' ? 'Apply…' : 'Go on applying…'}
      title={`Apply ${count(take.differing)} ${take.differing === 1 ? 'difference' : 'differences'}`}
      verb="Apply the count"
      isDanger={false}
      onConfirm={async () => {
        await ask(
          api.POST('/api/admin/stock-takes/{id}/apply', {
            params: { path: { id: take.id } },
            body: { reason },
          }),
        );
        toasts.done('The count is being applied.');
        await queries.invalidateQueries({ queryKey: ['stock'] });
      }}
    >
      <p>
        The stock changes by what differed when the file was uploaded, so what was sold since stays right.
        Each change is a row in the ledger. Lines with problems change nothing.
      </p>
      <TextField
        id="take-reason"
        label="Reason"
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Confirm>
  );
}

const figure = (value: number | null) => (value === null ? '–' : count(value));
const signed = (value: number) => (value > 0 ? `+${count(value)}` : count(value));

const COLUMNS: readonly Column<Line>[] = [
  {
    key: 'sku',
    head: 'SKU',
    cell: ({ sku, variantId }) =>
      variantId === null ? (
        <span className="break-all">{sku === '' ? '–' : sku}</span>
      ) : (
        <Link href={`/dashboard/stock/${variantId}`} className="break-all hover:underline">
          {sku}
        </Link>
      ),
  },
  { key: 'line', head: 'Line', isFigure: true, isWideOnly: true, cell: ({ line }) => count(line) },
  { key: 'expected', head: 'Shop', isFigure: true, cell: ({ expected }) => figure(expected) },
  { key: 'counted', head: 'Counted', isFigure: true, cell: ({ counted }) => figure(counted) },
  {
    key: 'difference',
    head: 'Difference',
    isFigure: true,
    cell: ({ counted, expected, outcome }) =>
      outcome === 'differs' && counted !== null ? (
        <span className={counted < (expected ?? 0) ? 'text-bad' : ''}>
          {expected === null ? 'counted from now on' : signed(counted - expected)}
        </span>
      ) : (
        '–'
      ),
  },
  { key: 'note', head: 'Note', isWideOnly: true, cell: ({ message }) => message ?? '' },
];

function Lines({ take }: { take: Take }) {
  const address = useAddress();
  const asked = address.get('outcome');
  const outcome = asked === 'same' || asked === 'problem' ? asked : 'differs';
  const query = {
    outcome,
    ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}),
    limit: 50,
  } as const;
  const lines = useQuery({
    queryKey: ['stock', 'take-lines', take.id, query],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/admin/stock-takes/{id}/lines', { params: { path: { id: take.id }, query }, signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <Section
      title="Lines"
      actions={
        <SelectField
          id="take-outcome"
          label="Show"
          isLabelHidden
          value={outcome}
          onChange={(event) =>
            address.set({ outcome: event.target.value === 'differs' ? '' : event.target.value })
          }
        >
          <option value="differs">What differs ({count(take.differing)})</option>
          <option value="problem">Problems ({count(take.problems)})</option>
          <option value="same">
            What is the same ({count(take.lines - take.differing - take.problems)})
          </option>
        </SelectField>
      }
    >
      <Loaded query={lines}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title={outcome === 'differs' ? 'Nothing differs' : 'No such lines'} />
          ) : (
            <>
              <DataTable
                label="Lines"
                columns={COLUMNS}
                rows={items}
                idOf={({ line }) => String(line)}
                nameOf={({ sku }) => sku}
                isStale={lines.isPlaceholderData}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
