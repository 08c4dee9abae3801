'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Button } from '@/app/(merchant)/_ui/button';
import { TextField } from '@/app/(merchant)/_ui/field';
import { FilterBar, SearchFilter, SelectFilter } from '@/app/(merchant)/_ui/filters';
import { LOCALE } from '@/app/(merchant)/_ui/format';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { COUNTRY_CODES } from '@/lib/kernel/countries';
import { currencyDecimals, isCurrency } from '@/lib/kernel/currency';
import { FULFILMENTS, ORDER_STATUSES } from '@/lib/orders/model';
import { FILTER_NAMES } from './order-query';
import { fulfilmentWord, statusWord } from './order-status';

const STATUSES = ORDER_STATUSES.map((value) => ({ value, label: statusWord(value) }));
const SENT = FULFILMENTS.map((value) => ({ value, label: fulfilmentWord(value) }));
const RARE = ['from', 'to', 'country', 'currency', 'minTotal', 'maxTotal'];

/** What the list of orders is narrowed to. What is rarely asked for is behind a button, and shown while it counts. */
export function OrderFilters() {
  const address = useAddress();
  const isRareUsed = RARE.some((name) => address.get(name) !== '');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="grid gap-2">
      <FilterBar names={FILTER_NAMES}>
        <SearchFilter label="Search orders" placeholder="Number, id or e-mail" />
        <SelectFilter name="status" label="Status" options={STATUSES} />
        <SelectFilter name="fulfilment" label="Sent" options={SENT} />
        <Button aria-expanded={isOpen || isRareUsed} onClick={() => setIsOpen(!isOpen)}>
          <SlidersHorizontal aria-hidden /> More
        </Button>
      </FilterBar>
      {isOpen || isRareUsed ? <RareFilters /> : null}
    </div>
  );
}

function RareFilters() {
  const address = useAddress();
  const currency = address.get('currency');
  const { countries, currencies } = useMemo(nameAll, []);
  return (
    <div className="grid grid-cols-2 gap-2 md:flex md:flex-wrap">
      <DayFilter name="from" label="Placed from" />
      <DayFilter name="to" label="Placed to" />
      <SelectFilter name="country" label="Country" options={countries} />
      <SelectFilter name="currency" label="Currency" options={currencies} />
      {isCurrency(currency) ? (
        <>
          <AmountFilter name="minTotal" label={`Total from, ${currency}`} currency={currency} />
          <AmountFilter name="maxTotal" label={`Total to, ${currency}`} currency={currency} />
        </>
      ) : null}
    </div>
  );
}

function nameAll() {
  const named = (codes: readonly string[], type: 'region' | 'currency') => {
    const names = new Intl.DisplayNames(LOCALE, { type });
    return codes
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .sort((one, other) => one.label.localeCompare(other.label, LOCALE));
  };
  return {
    countries: named(COUNTRY_CODES, 'region'),
    currencies: named(Intl.supportedValuesOf('currency').filter(isCurrency), 'currency'),
  };
}

function DayFilter({ name, label }: { name: string; label: string }) {
  const address = useAddress();
  const kept = address.get(name);
  const [typed, setTyped] = useState(kept);
  useEffect(() => setTyped(kept), [kept]);
  return (
    <TextField
      id={`filter-${name}`}
      type="date"
      label={label}
      value={typed}
      min="2000-01-01"
      max="2099-12-31"
      onChange={({ target }) => {
        setTyped(target.value);
        // A year that is being typed is a year of long ago.
        if (target.value === '' || target.validity.valid) address.set({ [name]: target.value });
      }}
    />
  );
}

function AmountFilter({ name, label, currency }: { name: string; label: string; currency: string }) {
  const address = useAddress();
  const unit = 10 ** currencyDecimals(currency);
  const kept = address.get(name);
  const shown = kept === '' ? '' : String(Number(kept) / unit);
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  return (
    <TextField
      id={`filter-${name}`}
      type="number"
      inputMode="decimal"
      label={label}
      min={0}
      step={1 / unit}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => address.set({ [name]: typed === '' ? '' : String(Math.round(Number(typed) * unit)) })}
      onKeyDown={({ key, currentTarget }) => (key === 'Enter' ? currentTarget.blur() : undefined)}
    />
  );
}
