'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { Button } from '@/app/(merchant)/_ui/button';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { ago, day } from '@/app/(merchant)/_ui/format';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { SettingsPage } from '../settings-page';
import { NewKeyDialog } from './new-key-dialog';

type ApiKey = Schema<'ApiKey'>;

const COLUMNS: readonly Column<ApiKey>[] = [
  { key: 'name', head: 'Name', cell: ({ name }) => name },
  { key: 'preview', head: 'Begins with', cell: ({ preview }) => <code>{preview}…</code>, isWideOnly: true },
  { key: 'role', head: 'Role', cell: ({ role }) => role },
  { key: 'created', head: 'Made', cell: ({ createdAt }) => day(createdAt), isWideOnly: true },
  {
    key: 'used',
    head: 'Last used',
    cell: ({ lastUsedAt }) =>
      lastUsedAt === null ? <span className="text-muted">never</span> : ago(lastUsedAt),
  },
  {
    key: 'revoke',
    head: <span className="sr-only">Revoke</span>,
    isFigure: true,
    cell: (key) => <Revoke apiKey={key} />,
  },
];

/** The keys by which programs act in the shop's name. */
export function ApiKeyList() {
  const address = useAddress();
  const [isMaking, setIsMaking] = useState(false);
  const query = { limit: 50, ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}) };
  const keys = useQuery({
    queryKey: ['staff', 'api-keys', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/api-keys', { params: { query }, signal })),
  });
  const make = (
    <Button kind="act" onClick={() => setIsMaking(true)}>
      Make a key
    </Button>
  );
  return (
    <SettingsPage path="/dashboard/settings/api-keys" actions={make}>
      <Loaded query={keys} lines={5}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title="No keys yet" action={make}>
              A program that reads orders or keeps stock in step needs one. The{' '}
              <a href="/docs/api" className="underline">
                API reference
              </a>{' '}
              tells what it may do with it.
            </Empty>
          ) : (
            <>
              <DataTable
                label="API keys"
                columns={COLUMNS}
                rows={items}
                idOf={({ id }) => id}
                nameOf={({ name }) => name}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
      {isMaking ? <NewKeyDialog onClose={() => setIsMaking(false)} /> : null}
    </SettingsPage>
  );
}

function Revoke({ apiKey: { id, name } }: { apiKey: ApiKey }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  async function revoke() {
    await ask(api.DELETE('/api/admin/api-keys/{id}', { params: { path: { id } } }));
    await queries.invalidateQueries({ queryKey: ['staff'] });
    toasts.done(`${name} is revoked.`);
  }
  return (
    <Confirm
      kind="quiet"
      label={
        <>
          Revoke<span className="sr-only"> {name}</span>
        </>
      }
      title={`Revoke ${name}?`}
      verb="Revoke the key"
      onConfirm={revoke}
    >
      <p>
        Whatever uses it is refused within two seconds. It cannot be given back: make another key instead.
      </p>
    </Confirm>
  );
}
