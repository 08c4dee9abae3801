'use client';

import { Search, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from './button';
import { SelectField } from './field';
import { useAddress } from './use-address';

const PAUSE_MS = 250;

/** Searches a list while one types; what is searched for stands in the address as `name`. `/` goes to it. */
export function SearchFilter({
  name = 'query',
  label,
  placeholder,
}: {
  name?: string;
  label: string;
  placeholder?: string;
}) {
  const address = useAddress();
  const kept = address.get(name);
  const [typed, setTyped] = useState(kept);
  const field = useRef<HTMLInputElement>(null);
  const set = useRef(address.set);
  set.current = address.set;

  // Back, a saved view and "clear" change the address beside this field.
  useEffect(() => setTyped(kept), [kept]);
  useEffect(() => {
    if (typed.trim() === kept) return;
    const pause = setTimeout(() => set.current({ [name]: typed.trim() }), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, kept, name]);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (
        event.key !== '/' ||
        (event.target as HTMLElement).closest('input, textarea, select, [contenteditable]')
      )
        return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  return (
    <label className="relative grow basis-56">
      <span className="sr-only">{label}</span>
      <Search aria-hidden className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-muted" />
      <input
        ref={field}
        type="search"
        value={typed}
        maxLength={200}
        placeholder={placeholder ?? label}
        onChange={(event) => setTyped(event.target.value)}
        className="min-h-9 w-full rounded-sm border border-edge bg-paper pr-2.5 pl-8 text-sm placeholder:text-muted"
      />
    </label>
  );
}

/** Narrows a list to one of few values; it stands in the address as `name`. */
export function SelectFilter({
  name,
  label,
  options,
  all = 'All',
}: {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  all?: string;
}) {
  const address = useAddress();
  return (
    <SelectField
      id={`filter-${name}`}
      label={label}
      isLabelHidden
      value={address.get(name)}
      onChange={(event) => address.set({ [name]: event.target.value })}
    >
      <option value="">
        {label}: {all.toLowerCase()}
      </option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </SelectField>
  );
}

/** The bar above a list. `names` are the filters that "Clear" takes out. */
export function FilterBar({ names, children }: { names: readonly string[]; children: ReactNode }) {
  const address = useAddress();
  const isNarrowed = names.some((name) => address.get(name) !== '');
  return (
    <search className="flex flex-wrap items-start gap-2">
      {children}
      {isNarrowed ? (
        <Button kind="quiet" onClick={() => address.set(Object.fromEntries(names.map((name) => [name, ''])))}>
          <X aria-hidden /> Clear
        </Button>
      ) : null}
    </search>
  );
}
