'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useEffect, useState } from 'react';
import { api, ask } from '../_api/client';
import { useMay } from './member';
import type { SectionEntry } from './sections';

type Target = {
  readonly label: string;
  readonly hint: string;
  readonly path: string;
  readonly words: string;
};
type Group = { readonly value: string; readonly items: readonly Target[] };

const ENOUGH = 5;

/** Goes anywhere and finds anything, by keyboard: Ctrl K (or ⌘ K). */
export function Palette({
  isOpen,
  setIsOpen,
  sections,
}: {
  isOpen: boolean;
  setIsOpen: (isOpen: boolean) => void;
  sections: readonly SectionEntry[];
}) {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setIsOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [setIsOpen]);

  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup
          aria-label="Go to"
          className="fixed top-[12svh] left-1/2 z-40 w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-md border border-line bg-paper text-ink shadow-lg"
        >
          <Finder
            sections={sections}
            onChosen={(path) => {
              setIsOpen(false);
              router.push(path);
            }}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Finder({
  sections,
  onChosen,
}: {
  sections: readonly SectionEntry[];
  onChosen: (path: string) => void;
}) {
  const [typed, setTyped] = useState('');
  const { groups, isLooking } = useTargets(sections, useDeferredValue(typed.trim()));
  return (
    <Autocomplete.Root
      inline
      open
      autoHighlight="always"
      keepHighlight
      items={groups}
      value={typed}
      onValueChange={setTyped}
      // What fits is decided by the shop, not by the letters of a label.
      filter={null}
      itemToStringValue={(item: Target) => item.label}
    >
      <Autocomplete.Input
        aria-label="Search pages, orders, products and customers"
        placeholder="Search pages, orders, products and customers"
        className="w-full border-b border-line bg-paper px-4 py-3.5 text-base outline-none placeholder:text-muted"
      />
      <Autocomplete.Empty>
        <p className="px-4 py-8 text-center text-sm text-muted">
          {isLooking ? 'Looking…' : 'Nothing goes by that name.'}
        </p>
      </Autocomplete.Empty>
      <Autocomplete.List className="max-h-[55svh] overflow-y-auto overscroll-contain p-1.5 data-empty:hidden">
        {(group: Group) => (
          <Autocomplete.Group key={group.value} items={group.items}>
            <Autocomplete.GroupLabel className="px-3 pt-2 pb-1 text-xs text-muted">
              {group.value}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: Target) => (
                <Autocomplete.Item
                  key={item.path}
                  value={item}
                  onClick={() => onChosen(item.path)}
                  className="flex cursor-pointer items-baseline gap-3 rounded-sm px-3 py-2 text-sm data-highlighted:bg-ground"
                >
                  <span className="truncate">{item.label}</span>
                  <span className="ml-auto shrink-0 text-xs text-muted">{item.hint}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

/** What fits what was typed: pages at once, things of the shop as they are found. */
function useTargets(
  sections: readonly SectionEntry[],
  typed: string,
): { groups: Group[]; isLooking: boolean } {
  const maySee = {
    orders: useMay('orders:read'),
    products: useMay('products:read'),
    customers: useMay('customers:read'),
  };
  const found = useQuery({
    queryKey: ['palette', typed],
    enabled: typed.length >= 2,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => findThings(typed, maySee, signal),
  });
  const wanted = typed.toLowerCase();
  const pages = sections
    .filter(({ label, words }) => `${label} ${words}`.toLowerCase().includes(wanted))
    .map(({ label, path, words, key }) => ({
      label,
      path,
      words,
      hint: key ? `G ${key.toUpperCase()}` : '',
    }));
  const all = [{ value: 'Pages', items: pages }, ...(typed.length >= 2 ? (found.data ?? []) : [])];
  return { groups: all.filter(({ items }) => items.length > 0), isLooking: found.isFetching };
}

async function findThings(
  typed: string,
  maySee: { orders: boolean; products: boolean; customers: boolean },
  signal: AbortSignal,
): Promise<Group[]> {
  const query = { query: typed, limit: ENOUGH };
  const none = { items: [] };
  const [orders, products, customers] = await Promise.all([
    maySee.orders ? ask(api.GET('/api/admin/orders', { params: { query }, signal })) : none,
    maySee.products ? ask(api.GET('/api/admin/products', { params: { query }, signal })) : none,
    maySee.customers ? ask(api.GET('/api/admin/customers', { params: { query }, signal })) : none,
  ]);
  return [
    {
      value: 'Orders',
      items: orders.items.map(({ id, number, email, status }) => ({
        label: `#${number} · ${email}`,
        hint: status.replaceAll('_', ' '),
        path: `/dashboard/orders/${id}`,
        words: '',
      })),
    },
    {
      value: 'Products',
      items: products.items.map(({ id, title, status }) => ({
        label: title,
        hint: status,
        path: `/dashboard/products/${id}`,
        words: '',
      })),
    },
    {
      value: 'Customers',
      items: customers.items.map(({ id, name, email }) => ({
        label: name ?? email,
        hint: name ? email : '',
        path: `/dashboard/customers/${id}`,
        words: '',
      })),
    },
  ];
}
