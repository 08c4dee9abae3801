import type { ApiFault } from '@/app/(merchant)/_api/client';
import type { OrderLine } from './order';

export type Picked = Readonly<Record<string, number>>;

export type Choice = { readonly line: OrderLine; readonly most: number };

/** What was picked, as the API takes it. */
export const pickedLines = (choices: readonly Choice[], picked: Picked) =>
  choices.flatMap(({ line: { variantId } }) => {
    const quantity = picked[variantId] ?? 0;
    return quantity > 0 ? [{ variantId, quantity }] : [];
  });

/** All units that there are. */
export const pickAll = (choices: readonly Choice[]): Picked =>
  Object.fromEntries(choices.map(({ line, most }) => [line.variantId, most]));

/** How many units of each line. */
export function UnitsPicker({
  id,
  legend,
  choices,
  picked,
  onPick,
  fault,
}: {
  id: string;
  legend: string;
  choices: readonly Choice[];
  picked: Picked;
  onPick: (picked: Picked) => void;
  fault?: ApiFault | undefined;
}) {
  const sent = pickedLines(choices, picked).map(({ variantId }) => variantId);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm font-medium">{legend}</legend>
      {choices.map(({ line, most }) => {
        const field = `${id}-${line.variantId}`;
        const wrong = fault?.at(`lines/${sent.indexOf(line.variantId)}/quantity`);
        return (
          <div key={line.variantId} className="grid gap-1 border-b border-line pb-2">
            <div className="flex items-center gap-3">
              <label htmlFor={field} className="grid min-w-0 grow text-sm">
                <span className="truncate">{line.title}</span>
                <span className="truncate text-xs text-muted">
                  {[...line.options.map(({ value }) => value), line.sku].join(' · ')}
                </span>
              </label>
              <input
                id={field}
                type="number"
                inputMode="numeric"
                min={0}
                max={most}
                step={1}
                required
                disabled={most === 0}
                value={picked[line.variantId] ?? 0}
                aria-invalid={wrong ? true : undefined}
                aria-describedby={`${field}-most`}
                onChange={({ target }) =>
                  onPick({ ...picked, [line.variantId]: Math.max(0, Math.floor(Number(target.value))) })
                }
                className="figures min-h-9 w-20 shrink-0 rounded-sm border border-edge bg-paper px-2 text-right text-sm aria-invalid:border-bad disabled:border-line disabled:text-muted"
              />
              <span
                id={`${field}-most`}
                className="figures w-12 shrink-0 whitespace-nowrap text-sm text-muted"
              >
                of {most}
              </span>
            </div>
            {wrong ? <p className="text-sm text-bad">{wrong}</p> : null}
          </div>
        );
      })}
    </fieldset>
  );
}
