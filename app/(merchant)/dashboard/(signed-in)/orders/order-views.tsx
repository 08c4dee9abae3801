'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type ApiFault, api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { faultWords } from '@/app/(merchant)/_api/problem-words';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button } from '@/app/(merchant)/_ui/button';
import { Dialog, DialogActions } from '@/app/(merchant)/_ui/dialog';
import { TextField } from '@/app/(merchant)/_ui/field';
import { Link } from '@/app/(merchant)/_ui/link';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { filtersText } from './order-query';

type View = Schema<'OrderView'>;

/** What every shop asks for each day. */
const BUILT_IN = [
  { name: 'All', query: '' },
  { name: 'To send', query: 'fulfilment=unsent' },
  { name: 'Partly sent', query: 'fulfilment=partly-sent' },
  { name: 'Unpaid', query: 'status=pending' },
  { name: 'Refunded', query: 'status=refunded' },
];

const KEY = ['orders', 'views'];

/** The views of the list, the shop's own behind those that every shop has. What is on the screen can be kept as one. */
export function OrderViews() {
  const address = useAddress();
  const mayWrite = useMay('orders:write');
  const [isSaving, setIsSaving] = useState(false);
  const queries = useQueryClient();
  const { done, failed } = useToasts();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ask(api.GET('/api/admin/orders/views', { signal })),
  });
  const saved = data?.items ?? [];
  const shown = filtersText(address.get);
  const isShown = (query: string) =>
    filtersText((name) => new URLSearchParams(query).get(name) ?? '') === shown;
  const own = saved.find(({ query }) => isShown(query));
  const isKnown = own !== undefined || BUILT_IN.some(({ query }) => isShown(query));
  const refresh = () => queries.invalidateQueries({ queryKey: KEY });

  async function remove(view: View) {
    try {
      await ask(api.DELETE('/api/admin/orders/views/{id}', { params: { path: { id: view.id } } }));
      done(`View ${view.name} was taken away`, { onUndo: () => void restore(view) });
    } catch (error) {
      failed(error);
    }
    await refresh();
  }

  async function restore({ name, query }: View) {
    try {
      await ask(api.POST('/api/admin/orders/views', { body: { name, query } }));
    } catch (error) {
      failed(error);
    }
    await refresh();
  }

  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-2 border-b border-line">
      <nav aria-label="Views" className="flex max-w-full gap-x-1 overflow-x-auto">
        {[...BUILT_IN, ...saved].map(({ name, query }) => (
          <Link
            key={`${name} ${query}`}
            href={query === '' ? '/dashboard/orders' : `/dashboard/orders?${query}`}
            scroll={false}
            aria-current={isShown(query) ? 'page' : undefined}
            className="whitespace-nowrap border-b-2 border-transparent px-2.5 py-2 text-sm text-muted hover:text-ink aria-[current]:border-act aria-[current]:font-medium aria-[current]:text-ink"
          >
            {name}
          </Link>
        ))}
      </nav>
      {mayWrite && !isKnown ? (
        <Button kind="quiet" onClick={() => setIsSaving(true)}>
          Save view
        </Button>
      ) : null}
      {mayWrite && own ? (
        <Button kind="quiet" onClick={() => void remove(own)}>
          Remove view
        </Button>
      ) : null}
      {isSaving ? <SaveView query={shown} onClose={() => setIsSaving(false)} onSaved={refresh} /> : null}
    </div>
  );
}

function SaveView({
  query,
  onClose,
  onSaved,
}: {
  query: string;
  onClose: () => void;
  onSaved: () => Promise<unknown>;
}) {
  const [name, setName] = useState('');
  const [fault, setFault] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const { done } = useToasts();

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    try {
      await ask(api.POST('/api/admin/orders/views', { body: { name, query } }));
      await onSaved();
      done(`View ${name} was saved`);
      onClose();
    } catch (error) {
      setFault(error);
      setIsBusy(false);
    }
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Save this view"
      lead="Everybody who works in the shop sees it above the list."
    >
      <form className="grid gap-4" onSubmit={(event) => void save(event)}>
        <TextField
          id="view-name"
          label="Name"
          required
          maxLength={60}
          value={name}
          onChange={({ target }) => setName(target.value)}
          fault={fault === undefined ? undefined : ((fault as ApiFault).at?.('name') ?? faultWords(fault))}
        />
        <DialogActions>
          <Button onClick={onClose}>Back</Button>
          <Button kind="act" type="submit" isBusy={isBusy}>
            Save view
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
