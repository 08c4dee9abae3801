'use client';

import { Plus, X } from 'lucide-react';
import { Button, IconButton } from '@/app/(merchant)/_ui/button';
import { TextField } from '@/app/(merchant)/_ui/field';
import { MAX_OPTIONS } from '@/lib/catalog/model';
import type { OptionText } from './variant-rows';

/** What a shopper chooses between: up to three options, each with its values. The grid follows when one is left. */
export function OptionFields({
  options,
  onChange,
  onDone,
}: {
  options: readonly OptionText[];
  onChange: (options: readonly OptionText[]) => void;
  /** The options are as they are to be: what goes with them may be arranged. */
  onDone: (options: readonly OptionText[]) => void;
}) {
  const change = (key: string, part: Partial<OptionText>) =>
    onChange(options.map((option) => (option.key === key ? { ...option, ...part } : option)));
  return (
    <div className="grid gap-3">
      {options.map((option, at) => (
        <div
          key={option.key}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2 sm:grid-cols-[10rem_minmax(0,1fr)_auto]"
        >
          <TextField
            id={`option-name-${at}`}
            label={`Option ${at + 1}`}
            placeholder="Size"
            maxLength={255}
            value={option.name}
            onChange={(event) => change(option.key, { name: event.target.value })}
          />
          <div className="order-last col-span-2 sm:order-none sm:col-span-1">
            <TextField
              id={`option-values-${at}`}
              label="Values, separated by commas"
              placeholder="S, M, L"
              value={option.values}
              onChange={(event) => change(option.key, { values: event.target.value })}
              onBlur={() => onDone(options)}
            />
          </div>
          <IconButton
            label={`Remove option ${option.name}`}
            onClick={() => {
              const left = options.filter(({ key }) => key !== option.key);
              onChange(left);
              onDone(left);
            }}
          >
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
      {options.length < MAX_OPTIONS ? (
        <Button
          className="w-fit"
          onClick={() => onChange([...options, { key: crypto.randomUUID(), name: '', values: '' }])}
        >
          <Plus aria-hidden /> Add an option
        </Button>
      ) : null}
    </div>
  );
}
