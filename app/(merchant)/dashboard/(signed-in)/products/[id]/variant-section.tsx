import type { ApiFault } from '@/app/(merchant)/_api/client';
import { Section } from '@/app/(merchant)/_ui/page';
import { OptionFields } from './option-fields';
import type { FormPart } from './product-form';
import { VariantGrid } from './variant-grid';
import { arrangeRows, type CellFaults, type OptionText } from './variant-rows';

/** What it is sold as: options, and a row a variant. */
export function VariantSection({
  form,
  fault,
  isReadOnly,
  set,
  currencies,
  unreadable,
}: FormPart & {
  readonly currencies: readonly string[];
  /** What cannot be read of what is typed. */
  readonly unreadable: CellFaults;
}) {
  const faults = { ...unreadable, ...toCellFaults(fault) };
  const said = Object.entries(faults);
  return (
    <Section
      title="Variants"
      lead="Arrows and Enter go from cell to cell. A variant that is taken out is no longer sold; orders keep it."
    >
      {isReadOnly ? null : (
        <OptionFields
          options={form.options}
          onChange={(options) => set({ options })}
          onDone={(options: readonly OptionText[]) => set({ rows: arrangeRows(form.rows, options) })}
        />
      )}
      <VariantGrid
        rows={form.rows}
        currencies={currencies}
        faults={faults}
        isReadOnly={isReadOnly}
        onChange={(rows) => set({ rows })}
      />
      {said.length === 0 ? null : (
        <ul role="alert" className="grid gap-1 text-sm text-bad">
          {said.map(([cell, message]) => (
            <li key={cell}>
              Row {Number(cell.split('/')[0]) + 1}, {cell.split('/')[1]}: {message}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** What the API says of variants, by the cells that it is of: `variants/0/price/amount` is that of `0/price`. */
function toCellFaults(fault: ApiFault | undefined): CellFaults {
  if (fault === undefined) return {};
  return Object.fromEntries(
    fault.problem.errors.flatMap(({ path, message }) => {
      const [, row, name = ''] = /^variants\/(\d+)\/(\w+)/.exec(path) ?? [];
      const column = { compareAtPrice: 'compareAt', weightGrams: 'weight' }[name] ?? name;
      return row === undefined ? [] : [[`${row}/${column}`, message]];
    }),
  );
}
