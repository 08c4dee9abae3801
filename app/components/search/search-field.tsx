'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { MAX_QUERY } from '@/app/components/browse/max-query';
import { pathIn } from '@/app/components/market/markets';
import { useText } from '@/app/components/text/text-provider';
import type { ListKeys } from './suggestion-list';

/** Fetched when somebody is about to search: no page pays for it before. */
const SuggestionList = lazy(async () => ({
  default: (await import('./suggestion-list')).SuggestionList,
}));

/**
 * The search field: a combobox that suggests while one types (by the ARIA practices: the focus stays in the field, the list is
 * walked with the arrows). Without scripts, and before they have come, it is a form that leads to the search page.
 */
export function SearchField({ query = '', look = 'page' }: { query?: string; look?: 'page' | 'header' }) {
  const { market, t } = useText();
  const router = useRouter();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const keys = useRef<ListKeys | null>(null);
  const [text, setText] = useState(query);
  const [wasUsed, setWasUsed] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const [activeId, setActiveId] = useState<string | null>(null);
  const action = pathIn(market, '/search');
  const words = text.trim();
  const isHeader = look === 'header';

  // Typed before the page's scripts were there, or put back by the browser: the field has it already.
  useEffect(() => {
    const field = input.current;
    if (field === null) return;
    setText(field.value);
    if (document.activeElement !== field) return;
    setWasUsed(true);
    setIsOpen(field.value !== field.defaultValue);
  }, []);

  const leave = (href: string) => {
    setIsOpen(false);
    setActiveId(null);
    router.push(href);
  };

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setIsOpen(false);
      setActiveId(null);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setIsOpen(true);
      keys.current?.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && isOpen && keys.current?.choose()) {
      event.preventDefault();
    }
  };

  return (
    <search
      aria-label={t(isHeader ? 'suggest.inHeader' : 'suggest.label')}
      className={isHeader ? 'relative w-44 xl:w-56' : 'relative max-w-3xl'}
    >
      <form
        action={action}
        className={isHeader ? 'grid' : 'grid items-end gap-4 sm:grid-cols-[1fr_auto]'}
        onSubmit={(event) => {
          event.preventDefault();
          if (words === '') input.current?.focus();
          else leave(`${action}?${new URLSearchParams({ query: words })}`);
        }}
      >
        <div className="grid gap-1.5">
          <label htmlFor={`${id}field`} className={isHeader ? 'sr-only' : 'text-sm'}>
            {t(isHeader ? 'suggest.inHeader' : 'suggest.label')}
          </label>
          <input
            ref={input}
            id={`${id}field`}
            name="query"
            type="search"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={`${id}list`}
            aria-activedescendant={isOpen && activeId !== null ? activeId : undefined}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            maxLength={MAX_QUERY}
            required
            placeholder={isHeader ? t('suggest.placeholder') : undefined}
            value={text}
            onFocus={() => setWasUsed(true)}
            onBlur={() => {
              setIsOpen(false);
              setActiveId(null);
            }}
            onChange={(event) => {
              setText(event.target.value);
              setIsOpen(true);
              setActiveId(null);
            }}
            onKeyDown={press}
            className={`w-full border border-edge bg-paper px-3 text-base text-ink transition-colors placeholder:text-muted hover:border-ink ${isHeader ? 'min-h-10' : 'min-h-12'}`}
          />
        </div>
        <button
          type="submit"
          // Enter does the same; what cannot be seen must not get the focus.
          tabIndex={isHeader ? -1 : undefined}
          className={
            isHeader
              ? 'sr-only'
              : 'inline-flex min-h-12 items-center justify-center bg-act px-6 text-base font-medium text-on-act hover:bg-act-strong'
          }
        >
          {t('suggest.submit')}
        </button>
      </form>
      {wasUsed ? (
        <Suspense fallback={null}>
          <SuggestionList
            id={`${id}list`}
            words={words}
            isOpen={isOpen}
            activeId={activeId}
            onActive={setActiveId}
            onChoose={leave}
            keys={keys}
            isWide={isHeader}
          />
        </Suspense>
      ) : null}
    </search>
  );
}
