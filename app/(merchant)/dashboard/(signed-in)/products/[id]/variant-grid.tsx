'use client';

import { X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { IconButton } from '@/app/(merchant)/_ui/button';
import type { CellFaults, Row } from './variant-rows';

type Cell = {
  readonly key: string;
  readonly head: string;
  readonly get: (row: Row) => string;
  readonly set: (row: Row, text: string) => Row;
  readonly hint?: string;
  readonly isFigure?: boolean;
};

/** What is changed most stands first: a phone shows the price and the stock without moving the sheet. */
const cellsOf = (currencies: readonly string[]): Cell[] => {
  const [own = '', ...others] = currencies;
  return [
    {
      key: 'price',
      head: `Price ${own}`,
      isFigure: true,
      get: ({ price }) => price,
      set: (row, price) => ({ ...row, price }),
    },
    {
      key: 'stock',
      head: 'Stock',
      isFigure: true,
      hint: 'not counted',
      get: ({ stock }) => stock,
      set: (row, stock) => ({ ...row, stock: stock.trim() }),
    },
    {
      key: 'compareAt',
      head: 'Compare at',
      isFigure: true,
      get: ({ compareAt }) => compareAt,
      set: (row, compareAt) => ({ ...row, compareAt }),
    },
    ...others.map((currency) => ({
      key: currency,
      head: `Price ${currency}`,
      isFigure: true,
      hint: 'not sold',
      get: ({ others: prices }: Row) => prices[currency] ?? '',
      set: (row: Row, text: string) => ({ ...row, others: { ...row.others, [currency]: text } }),
    })),
    { key: 'sku', head: 'SKU', get: ({ sku }) => sku, set: (row, sku) => ({ ...row, sku }) },
    {
      key: 'weight',
      head: 'Weight in g',
      isFigure: true,
      get: ({ weight }) => weight,
      set: (row, weight) => ({ ...row, weight: weight.trim() }),
    },
  ];
};

export const nameOf = ({ optionValues }: Row) =>
  optionValues.length === 0 ? 'the product' : optionValues.join(' / ');

/**
 * Variants as a sheet: arrows up and down (and Enter) go from row to row, left and right from cell to cell at the ends of what is
 * typed, Tab goes on as everywhere.
 */
export function VariantGrid({
  rows,
  currencies,
  faults,
  isReadOnly,
  onChange,
}: {
  rows: readonly Row[];
  currencies: readonly string[];
  faults: CellFaults;
  isReadOnly: boolean;
  onChange: (rows: readonly Row[]) => void;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  const cells = cellsOf(currencies);

  function go(event: KeyboardEvent<HTMLInputElement>, row: number, column: number) {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const isAtStart = selectionStart === 0 && selectionEnd === 0;
    const isAtEnd = selectionStart === value.length;
    const isAll = selectionStart === 0 && selectionEnd === value.length;
    const step =
      event.key === 'ArrowDown' || event.key === 'Enter'
        ? ([1, 0] as const)
        : event.key === 'ArrowUp'
          ? ([-1, 0] as const)
          : event.key === 'ArrowLeft' && (isAtStart || isAll)
            ? ([0, -1] as const)
            : event.key === 'ArrowRight' && (isAtEnd || isAll)
              ? ([0, 1] as const)
              : null;
    if (step === null) return;
    // Enter goes down and never sends the form.
    event.preventDefault();
    const next = body.current?.querySelector<HTMLInputElement>(
      `[data-cell="${row + step[0]}/${column + step[1]}"]`,
    );
    next?.focus();
    next?.select();
  }

  return (
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse text-sm" aria-label="Variants">
        <thead>
          <tr className="border-b border-line text-left text-xs text-muted">
            <th scope="col" className="px-2 py-2 font-medium">
              Variant
            </th>
            {cells.map(({ key, head, isFigure }) => (
              <th
                key={key}
                scope="col"
                className={`px-2 py-2 font-medium whitespace-nowrap ${isFigure ? 'text-right' : ''}`}
              >
                {head}
              </th>
            ))}
            {isReadOnly || rows.length < 2 ? null : (
              <th scope="col">
                <span className="sr-only">Take off sale</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, at) => (
            <tr key={row.key} className="border-b border-line">
              <th
                scope="row"
                className="sticky left-0 z-10 min-w-24 bg-paper px-2 py-1 text-left font-medium sm:whitespace-nowrap"
              >
                {row.optionValues.length === 0 ? 'Default' : nameOf(row)}
              </th>
              {cells.map((cell, column) => (
                <td key={cell.key} className={`p-0 ${cell.isFigure ? 'min-w-24' : 'min-w-36'}`}>
                  <input
                    data-cell={`${at}/${column}`}
                    aria-label={`${cell.head} of ${nameOf(row)}`}
                    aria-invalid={faults[`${at}/${cell.key}`] !== undefined || undefined}
                    title={faults[`${at}/${cell.key}`]}
                    readOnly={isReadOnly}
                    autoComplete="off"
                    placeholder={cell.hint}
                    inputMode={cell.isFigure ? 'decimal' : 'text'}
                    value={cell.get(row)}
                    onFocus={(event) => event.currentTarget.select()}
                    onKeyDown={(event) => go(event, at, column)}
                    onChange={(event) =>
                      onChange(
                        rows.map((one, index) => (index === at ? cell.set(one, event.target.value) : one)),
                      )
                    }
                    className={`min-h-9 w-full bg-paper px-2 -outline-offset-2 placeholder:text-muted hover:bg-ground aria-invalid:bg-ground aria-invalid:text-bad ${cell.isFigure ? 'figures text-right' : ''}`}
                  />
                </td>
              ))}
              {isReadOnly || rows.length < 2 ? null : (
                <td className="w-10">
                  <IconButton
                    label={`Take ${nameOf(row)} off sale`}
                    onClick={() => onChange(rows.filter((one) => one !== row))}
                  >
                    <X aria-hidden />
                  </IconButton>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
