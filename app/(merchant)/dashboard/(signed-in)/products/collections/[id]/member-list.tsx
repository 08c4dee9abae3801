'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { downId, type Member, MemberRow, upId } from './member-row';

type Page = { items: Member[]; nextCursor: string | null };
type Move = { readonly to: 'up' | 'down' } | { readonly after: string } | { readonly before: string };

/** A page of what is in a collection. One that is arranged by hand is so by dragging and by key; each move is saved at once. */
export function MemberList({
  collection,
  queryKey,
  page,
  isFirstPage,
  isReadOnly,
  onTakeOut,
}: {
  collection: Schema<'Collection'>;
  /** Under which the page is kept. */
  queryKey: readonly unknown[];
  page: Page;
  isFirstPage: boolean;
  isReadOnly: boolean;
  onTakeOut: (member: Member) => void;
}) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const [dragged, setDragged] = useState<string>();
  const [target, setTarget] = useState<string>();
  const [said, setSaid] = useState('');
  // One after the other: where one goes depends on where the others went.
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const focusNext = useRef<readonly string[]>([]);
  const { items, nextCursor } = page;
  const canMove = collection.sort === 'manual' && !isReadOnly;

  // A row that changes places takes the focus of its button along.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the rows have changed places.
  useLayoutEffect(() => {
    for (const id of focusNext.current) {
      const button = document.getElementById(id);
      if (button instanceof HTMLButtonElement && !button.disabled) {
        button.focus();
        break;
      }
    }
    focusNext.current = [];
  }, [items]);

  function move(member: Member, at: number, to: number, wish: Move) {
    if (to >= 0 && to < items.length) {
      const rest = items.filter(({ id }) => id !== member.id);
      rest.splice(to, 0, member);
      queries.setQueryData(queryKey, { items: rest, nextCursor });
      setSaid(`${member.title} is number ${to + 1} of ${items.length} on this page.`);
    } else {
      setSaid(`${member.title} is on the ${at < to ? 'next' : 'previous'} page.`);
    }
    last.current = last.current.then(async () => {
      try {
        const params = { path: { id: collection.id, productId: member.id } };
        await ask(api.POST('/api/admin/collections/{id}/products/{productId}/move', { params, body: wish }));
      } catch (error) {
        toasts.failed(error);
      }
      await queries.invalidateQueries({ queryKey: ['collections', 'products', collection.id] });
    });
  }

  function step(member: Member, at: number, by: -1 | 1) {
    const buttons = [upId(member), downId(member)];
    focusNext.current = by === -1 ? buttons : buttons.toReversed();
    move(member, at, at + by, { to: by === -1 ? 'up' : 'down' });
  }

  function drop(onto: Member) {
    const from = items.findIndex(({ id }) => id === dragged);
    const to = items.findIndex(({ id }) => id === onto.id);
    const member = items[from];
    setDragged(undefined);
    setTarget(undefined);
    if (member === undefined || from === to) return;
    move(member, from, to, from < to ? { after: onto.id } : { before: onto.id });
  }

  return (
    <>
      <ol
        aria-label="Products of the collection"
        className="divide-y divide-line rounded-sm border border-line"
      >
        {items.map((member, at) => (
          <MemberRow
            key={member.id}
            member={member}
            canMove={canMove}
            onUp={at === 0 && isFirstPage ? undefined : () => step(member, at, -1)}
            onDown={at === items.length - 1 && nextCursor === null ? undefined : () => step(member, at, 1)}
            onDrag={(what) => {
              if (what === 'start') setDragged(member.id);
              else if (what === 'over') setTarget(member.id);
              else {
                setDragged(undefined);
                setTarget(undefined);
              }
            }}
            onDrop={() => drop(member)}
            isTarget={dragged !== undefined && target === member.id && dragged !== member.id}
            onTakeOut={isReadOnly ? undefined : () => onTakeOut(member)}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}
