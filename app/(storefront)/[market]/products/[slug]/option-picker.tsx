'use client';

import { useId } from 'react';
import { useText } from '@/app/components/text/text-provider';
import { SelectField } from '@/app/components/ui/field';
import type { ProductOption } from '@/lib/catalog/model';
import type { ValueState } from './choice';

/** More than this many values are a list to open, not buttons to look over. */
const MAX_BUTTONS = 12;

type Props = {
  option: ProductOption;
  chosen: string | undefined;
  stateOf: (value: string) => ValueState;
  onPick: (value: string) => void;
};

/** The values of one option, to choose one. What is sold out or not made stays in sight, marked. */
export function OptionPicker(props: Props) {
  return props.option.values.length > MAX_BUTTONS ? <ValueList {...props} /> : <ValueButtons {...props} />;
}

function ValueButtons({ option, chosen, stateOf, onPick }: Props) {
  const name = useId();
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm text-muted">{option.name}</legend>
      <div className="flex flex-wrap gap-2">
        {option.values.map((value) => (
          <label
            key={value}
            data-state={stateOf(value)}
            className="option-value relative flex min-h-11 min-w-11 cursor-pointer items-center justify-center border border-edge px-4 has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-act hover:border-ink"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onPick(value)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <span aria-hidden="true">{value}</span>
            <ValueName value={value} state={stateOf(value)} isHidden />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function ValueList({ option, chosen, stateOf, onPick }: Props) {
  const id = useId();
  return (
    <SelectField
      id={id}
      label={option.name}
      value={chosen}
      onChange={(event) => onPick(event.currentTarget.value)}
    >
      {option.values.map((value) => (
        <option key={value} value={value}>
          <ValueName value={value} state={stateOf(value)} />
        </option>
      ))}
    </SelectField>
  );
}

function ValueName({
  value,
  state,
  isHidden = false,
}: {
  value: string;
  state: ValueState;
  isHidden?: boolean;
}) {
  const { t } = useText();
  const name = {
    available: () => value,
    'sold-out': () => t('product.soldOutValue', { value }),
    missing: () => t('product.missingValue', { value }),
  }[state]();
  return isHidden ? <span className="sr-only">{name}</span> : name;
}
