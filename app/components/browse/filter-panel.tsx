'use client';

import { type ReactNode, useId, useState } from 'react';
import { useText } from '@/app/components/text/text-provider';
import type { ProductFacets } from '@/lib/catalog/model';
import { optionKey, optionOf } from '@/lib/catalog/model';
import { formatDecimal, formatMoney } from '@/lib/kernel/money';
import { changeWishes, minorOf, toggleOption, type Wishes } from './wishes';

const FIELD =
  'w-full min-h-11 border border-edge bg-paper px-3 text-base text-ink hover:border-ink aria-invalid:border-bad';

/**
 * What a list can be narrowed by: whether it is in stock, what it costs, and the values of its options with how many products
 * each would leave. The names of its fields are those of the address, so a form around it works without scripts.
 */
export function FilterPanel({
  facets,
  wishes,
  currency,
  onChange,
}: {
  facets: ProductFacets;
  wishes: Wishes;
  currency: string;
  onChange: (wishes: Wishes) => void;
}) {
  const { t } = useText();
  return (
    <div className="grid divide-y divide-line border-y border-line">
      <Group title={t('browse.availability')}>
        <Check
          name="available"
          value="true"
          label={t('browse.inStock')}
          count={facets.available}
          isChecked={wishes.available}
          onToggle={() => onChange(changeWishes(wishes, { available: !wishes.available }))}
        />
      </Group>
      {optionsOf(facets, wishes).map(({ name, label, values }) => (
        <Group key={name} title={label ?? name}>
          {values.map(({ value, label: said = value, count }) => {
            const key = optionKey(name, value);
            return (
              <Check
                key={key}
                name="options"
                value={key}
                label={said}
                count={count}
                isChecked={wishes.options.includes(key)}
                onToggle={() => onChange(toggleOption(wishes, key))}
              />
            );
          })}
        </Group>
      ))}
      <Prices
        key={`${wishes.min} ${wishes.max}`}
        facets={facets}
        wishes={wishes}
        currency={currency}
        onChange={onChange}
      />
    </div>
  );
}

/** One value alone is no choice. What is chosen stays in sight, also where nothing has it any more. */
function optionsOf({ options }: ProductFacets, { options: chosen }: Wishes): ProductFacets['options'] {
  const shown = options.map(({ name, values, ...rest }) => {
    const gone = chosen
      .filter((key) => optionOf(key) === name && !values.some(({ value }) => optionKey(name, value) === key))
      .map((key) => ({ value: key.slice(name.length + 1), count: 0 }));
    return { name, values: [...values, ...gone], ...rest };
  });
  const unknown = [...new Set(chosen.map(optionOf))]
    .filter((name) => !options.some((option) => option.name === name))
    .map((name) => ({
      name,
      values: chosen
        .filter((key) => optionOf(key) === name)
        .map((key) => ({ value: key.slice(name.length + 1), count: 0 })),
    }));
  return [...shown, ...unknown].filter(
    ({ name, values }) => values.length > 1 || chosen.some((key) => optionOf(key) === name),
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="py-5">
      <legend className="float-left mb-2 w-full text-base font-semibold">{title}</legend>
      <div className="clear-both grid">{children}</div>
    </fieldset>
  );
}

function Check({
  name,
  value,
  label,
  count,
  isChecked,
  onToggle,
}: {
  name: string;
  value: string;
  label: string;
  count: number;
  isChecked: boolean;
  onToggle: () => void;
}) {
  const { t } = useText();
  return (
    <label className="flex min-h-11 items-center gap-3 text-base md:min-h-9">
      <input
        type="checkbox"
        name={name}
        value={value}
        checked={isChecked}
        onChange={onToggle}
        aria-label={t('browse.valueCount', { value: label, count })}
        className="size-5 shrink-0 accent-act"
      />
      <span className="min-w-0 grow wrap-anywhere">{label}</span>
      <span aria-hidden="true" className="figures text-sm text-muted">
        {count}
      </span>
    </label>
  );
}

function Prices({
  facets,
  wishes,
  currency,
  onChange,
}: {
  facets: ProductFacets;
  wishes: Wishes;
  currency: string;
  onChange: (wishes: Wishes) => void;
}) {
  const { market, t } = useText();
  const id = useId();
  const [typed, setTyped] = useState({ min: wishes.min, max: wishes.max });
  const isWrong = (text: string) => text.trim() !== '' && minorOf(text.trim(), currency) === undefined;
  const apply = () => {
    const next = { min: typed.min.trim(), max: typed.max.trim() };
    if (isWrong(next.min) || isWrong(next.max)) return;
    if (next.min !== wishes.min || next.max !== wishes.max) onChange(changeWishes(wishes, next));
  };
  const range = facets.price;
  const isFaulty = isWrong(typed.min) || isWrong(typed.max);
  return (
    <Group title={t('browse.price')}>
      {range === null ? null : (
        <p className="figures pb-3 text-sm text-muted">
          {t('browse.priceRange', {
            min: formatMoney(range.min, market.locale),
            max: formatMoney(range.max, market.locale),
          })}
        </p>
      )}
      <div className="grid grid-cols-2 gap-3">
        {(['min', 'max'] as const).map((side) => (
          <div key={side} className="grid gap-1.5">
            <label htmlFor={`${id}${side}`} className="text-sm">
              {t(`browse.${side}Price`)} <span className="text-muted">({currency})</span>
            </label>
            <input
              id={`${id}${side}`}
              name={side}
              inputMode="decimal"
              autoComplete="off"
              maxLength={20}
              value={typed[side]}
              aria-invalid={isWrong(typed[side]) || undefined}
              aria-describedby={isFaulty ? `${id}fault` : undefined}
              onChange={(event) => setTyped({ ...typed, [side]: event.target.value })}
              onBlur={apply}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                apply();
              }}
              className={FIELD}
            />
          </div>
        ))}
      </div>
      {isFaulty ? (
        <p id={`${id}fault`} className="pt-2 text-sm text-bad">
          {t('browse.noPrice', { example: formatDecimal(range?.min ?? { amount: 2_000, currency }) })}
        </p>
      ) : null}
    </Group>
  );
}
