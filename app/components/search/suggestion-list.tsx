'use client';

import { type MouseEvent, type ReactNode, type RefObject, useEffect, useImperativeHandle } from 'react';
import { pathIn } from '@/app/components/market/markets';
import { Picture } from '@/app/components/picture';
import { useText } from '@/app/components/text/text-provider';
import { formatMoney } from '@/lib/kernel/money';
import { useSuggestions } from './use-suggestions';

/** What the field's keys do to the list: walk it, and go where one stands (false: nowhere). */
export type ListKeys = {
  readonly move: (by: 1 | -1) => void;
  readonly choose: () => boolean;
};

type Entry = { readonly id: string; readonly href: string; readonly content: ReactNode };

/** The suggestions below a search field: products, collections, and all results. The focus stays in the field. */
export function SuggestionList({
  id,
  words,
  isOpen,
  activeId,
  onActive,
  onChoose,
  keys,
  isWide,
}: {
  id: string;
  words: string;
  isOpen: boolean;
  activeId: string | null;
  onActive: (id: string | null) => void;
  onChoose: (href: string) => void;
  keys: RefObject<ListKeys | null>;
  /** Wider than its field, as one in a header is. */
  isWide: boolean;
}) {
  const { market, t } = useText();
  const { suggestions, words: answered } = useSuggestions(words, isOpen);
  const { products, collections, correctedQuery } = suggestions;
  const meant = correctedQuery ?? answered;
  const entries: Entry[] = [
    ...products.map(({ id: product, slug, title, price, image, available }) => ({
      id: `${id}-${product}`,
      href: pathIn(market, `/products/${encodeURIComponent(slug)}`),
      content: (
        <>
          <Picture
            image={image && { ...image, alt: '' }}
            title={title}
            sizes="2.5rem"
            className="w-10 shrink-0"
          />
          <span className="grid min-w-0 grow">
            <span className="truncate">{title}</span>
            <span className="figures text-sm text-muted">
              {available ? formatMoney(price, market.locale) : t('suggest.soldOut')}
            </span>
          </span>
        </>
      ),
    })),
    ...collections.map(({ slug, title }) => ({
      id: `${id}-c-${slug}`,
      href: pathIn(market, `/collections/${encodeURIComponent(slug)}`),
      content: (
        <>
          <span className="min-w-0 grow truncate">{title}</span>
          <span className="text-sm text-muted">{t('suggest.collection')}</span>
        </>
      ),
    })),
  ];
  if (entries.length > 0)
    entries.push({
      id: `${id}-all`,
      href: `${pathIn(market, '/search')}?${new URLSearchParams({ query: meant })}`,
      content: (
        <span className="min-w-0 truncate underline underline-offset-4">
          {t('suggest.all', { query: meant })}
        </span>
      ),
    });

  useImperativeHandle(keys, () => ({
    move(by) {
      const at = entries.findIndex((entry) => entry.id === activeId);
      // One step past either end is the field itself.
      const next = at === -1 ? (by === 1 ? 0 : entries.length - 1) : at + by;
      onActive(entries[next]?.id ?? null);
    },
    choose() {
      const active = entries.find((entry) => entry.id === activeId);
      if (active !== undefined) onChoose(active.href);
      return active !== undefined;
    },
  }));

  useEffect(() => {
    if (activeId !== null) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const isShown = isOpen && words.length > 1 && entries.length > 0;
  const follow = (href: string) => (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onChoose(href);
  };
  return (
    <>
      <p role="status" className="sr-only">
        {isOpen && words.length > 1 && answered === words
          ? entries.length === 0
            ? t('suggest.none')
            : t('suggest.count', { count: entries.length })
          : ''}
      </p>
      <div
        id={id}
        role="listbox"
        aria-label={t('suggest.title')}
        hidden={!isShown}
        // The focus stays where one types.
        onMouseDown={(event) => event.preventDefault()}
        className={`absolute top-full z-20 mt-1 max-h-[70vh] overflow-y-auto border border-edge bg-paper py-1 ${isWide ? 'right-0 w-96' : 'inset-x-0'}`}
      >
        {entries.map((entry) => (
          <a
            key={entry.id}
            id={entry.id}
            href={entry.href}
            role="option"
            tabIndex={-1}
            aria-selected={entry.id === activeId}
            onClick={follow(entry.href)}
            className="flex min-h-11 items-center gap-3 px-3 py-1.5 text-base hover:bg-ground aria-selected:bg-ground aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-act"
          >
            {entry.content}
          </a>
        ))}
      </div>
    </>
  );
}
