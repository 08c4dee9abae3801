'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';

export type Column<Row> = {
  /** Names the column in code; unique in its table. */
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the right, under each other. */
  readonly isFigure?: boolean;
  /** Left out where the window is narrow: the row's own page has it, or `below` of another column. */
  readonly isWideOnly?: boolean;
  /** Small under the cell where the window is narrow: the gist of columns that are left out there. */
  readonly below?: (row: Row) => ReactNode;
};

export type Selection = {
  readonly ids: ReadonlySet<string>;
  readonly set: (ids: ReadonlySet<string>) => void;
};

type Props<Row> = {
  /** What the table lists, for those who do not see it. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  /** What a row is called where it is ticked. */
  readonly nameOf: (row: Row) => string;
  /** Where Enter and a click lead. The first cell should hold the same as a link. */
  readonly hrefOf?: (row: Row) => string;
  readonly selection?: Selection | undefined;
  /** Old rows while new ones are asked for. */
  readonly isStale?: boolean;
};

/**
 * A list as a table. Keys where the focus is in it: J and K (or the arrows) move between rows, Enter opens one, X ticks it.
 * Only one row is a stop of the Tab key, so that a long list is one step.
 */
export function DataTable<Row>({
  label,
  columns,
  rows,
  idOf,
  nameOf,
  hrefOf,
  selection,
  isStale,
}: Props<Row>) {
  const router = useRouter();
  const id = useId();
  const body = useRef<HTMLTableSectionElement>(null);

  function toggle(row: Row) {
    if (!selection) return;
    const next = new Set(selection.ids);
    if (!next.delete(idOf(row))) next.add(idOf(row));
    selection.set(next);
  }

  function onKey(event: KeyboardEvent<HTMLTableRowElement>, row: Row) {
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return;
    const lines = [...(body.current?.rows ?? [])];
    const at = lines.indexOf(event.currentTarget);
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step !== undefined) lines[at + step]?.focus();
    else if (event.key === 'Home') lines[0]?.focus();
    else if (event.key === 'End') lines.at(-1)?.focus();
    else if (event.key === 'Enter' && hrefOf) router.push(hrefOf(row));
    else if (event.key === 'x' && selection) toggle(row);
    else return;
    event.preventDefault();
  }

  const areAllTicked = rows.length > 0 && rows.every((row) => selection?.ids.has(idOf(row)));
  const cellClass = ({ isFigure, isWideOnly }: Column<Row>) =>
    `px-2 py-2 md:px-3 ${isFigure ? 'figures text-right' : 'text-left'} ${isWideOnly ? 'hidden md:table-cell' : ''}`;

  return (
    <div
      className={`relative overflow-x-auto ${isStale ? 'opacity-60' : ''}`}
      aria-busy={isStale || undefined}
    >
      <table className="w-full border-collapse text-sm" aria-label={label}>
        <thead>
          <tr className="border-b border-line text-xs text-muted">
            {selection ? (
              <th className="w-8 px-2 py-2 md:px-3">
                <input
                  type="checkbox"
                  className="size-4 accent-act"
                  aria-label="All on this page"
                  checked={areAllTicked}
                  onChange={() => selection.set(areAllTicked ? new Set() : new Set(rows.map(idOf)))}
                />
              </th>
            ) : null}
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={`whitespace-nowrap font-medium ${cellClass(column)}`}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            <tr
              key={idOf(row)}
              tabIndex={index === 0 ? 0 : -1}
              aria-labelledby={`${id}-${idOf(row)}`}
              onKeyDown={(event) => onKey(event, row)}
              onClick={(event) => {
                const target = event.target as HTMLElement;
                // Whoever marks text to copy it does not want to leave.
                const isMarking = (getSelection()?.toString() ?? '') !== '';
                if (!hrefOf || isMarking || target.closest('a, button, input, label, select')) return;
                router.push(hrefOf(row));
              }}
              className={`border-b border-line -outline-offset-2 hover:bg-ground ${hrefOf ? 'cursor-pointer' : ''}`}
            >
              {selection ? (
                <td className="px-2 py-2 md:px-3">
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    className="size-4 accent-act"
                    aria-label={`Select ${nameOf(row)}`}
                    checked={selection.ids.has(idOf(row))}
                    onChange={() => toggle(row)}
                  />
                </td>
              ) : null}
              {columns.map((column, at) => (
                <td
                  key={column.key}
                  {...(at === 0 ? { id: `${id}-${idOf(row)}` } : {})}
                  className={cellClass(column)}
                >
                  {column.cell(row)}
                  {column.below ? (
                    <div className="text-xs text-muted md:hidden">{column.below(row)}</div>
                  ) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
