import { TextField } from '@/app/(merchant)/_ui/field';

/** Where a code of the second factor is typed: phones offer their digits, password managers their own code. */
export function CodeField({
  value,
  onChange,
  fault,
  hint,
}: {
  value: string;
  onChange: (code: string) => void;
  fault: string | undefined;
  hint: string;
}) {
  return (
    <TextField
      id="second-factor-code"
      label="Code"
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={40}
      className="figures"
      value={value}
      fault={fault}
      hint={hint}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
