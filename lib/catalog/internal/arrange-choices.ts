import type { ProductOption } from '../model';

/** What tells a variant apart: a value for each option (in their order, or by the options' names), or its title. */
export type Choice = {
  readonly title?: string | undefined;
  readonly optionValues?: readonly string[] | Readonly<Record<string, string>> | undefined;
};

/** What is wrong, at a slash-separated path of the product. */
export type ChoiceFault = { readonly path: string; readonly message: string };

export type Arranged<V> = {
  readonly options: readonly ProductOption[];
  readonly variants: readonly (Omit<V, 'optionValues'> & { readonly optionValues: readonly string[] })[];
  readonly faults: readonly ChoiceFault[];
};

/**
 * Gives each variant one value for each option, and finds what does not fit. Without options, names in the variants'
 * values make them; variants that only their titles tell apart are the values of one option, `Title`.
 */
export function arrangeChoices<V extends Choice>(
  given: readonly ProductOption[],
  variants: readonly V[],
): Arranged<V> {
  const options = given.length > 0 ? given : deriveOptions(variants);
  const isByTitle = given.length === 0 && options[0]?.name === TITLE_OPTION;
  const faults: ChoiceFault[] = findOptionFaults(options);
  const seen = new Map<string, number>();
  const arranged = variants.map((variant, index) => {
    const wished = isByTitle ? (variant.optionValues ?? [variant.title ?? '']) : variant.optionValues;
    const optionValues = valuesOf(wished, options);
    const path = `variants/${index}/optionValues`;
    const combination = JSON.stringify(optionValues);
    const twin = seen.get(combination);
    const misfit = findMisfit(optionValues, options);
    if (misfit !== null) faults.push({ path, message: misfit });
    else if (twin !== undefined)
      faults.push({ path, message: `The variant at ${twin} has the same option values.` });
    seen.set(combination, index);
    return { ...variant, optionValues };
  });
  return { options, variants: arranged, faults };
}

const TITLE_OPTION = 'Title';

function deriveOptions(variants: readonly Choice[]): ProductOption[] {
  const named = variants.filter(
    ({ optionValues }) => optionValues !== undefined && !Array.isArray(optionValues),
  );
  if (named.length > 0) {
    const values = new Map<string, Set<string>>();
    for (const { optionValues } of named) {
      for (const [name, value] of Object.entries(optionValues ?? {})) {
        values.set(name, (values.get(name) ?? new Set()).add(value));
      }
    }
    return [...values].map(([name, set]) => ({ name, values: [...set] }));
  }
  const titles = new Set(variants.flatMap(({ title }) => title ?? []));
  const isTold = variants.length === 1 || variants.some(({ optionValues }) => optionValues?.length);
  return isTold || titles.size !== variants.length ? [] : [{ name: TITLE_OPTION, values: [...titles] }];
}

function valuesOf(wished: Choice['optionValues'], options: readonly ProductOption[]): readonly string[] {
  if (Array.isArray(wished)) return wished;
  if (wished === undefined) {
    // An option of one value leaves nothing to say.
    return options.every(({ values }) => values.length === 1)
      ? options.map(({ values }) => values[0] ?? '')
      : [];
  }
  return valuesByName(wished as Readonly<Record<string, string>>, options);
}

/** Values given by the options' names, in the order of the options; '' where none is given. */
export function valuesByName(
  values: Readonly<Record<string, string>>,
  options: readonly ProductOption[],
): string[] {
  const byName = new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
  return options.map(({ name }) => byName.get(name.toLowerCase()) ?? '');
}

function findMisfit(values: readonly string[], options: readonly ProductOption[]): string | null {
  if (values.length > options.length) return 'There are more values than the product has options.';
  const option = options.find((candidate, at) => !candidate.values.includes(values[at] ?? ''));
  return option === undefined ? null : `Must have one of the values of ${option.name}.`;
}

function findOptionFaults(options: readonly ProductOption[]): ChoiceFault[] {
  const faults: ChoiceFault[] = [];
  const names = new Set<string>();
  for (const [index, { name, values }] of options.entries()) {
    if (names.has(name.toLowerCase()))
      faults.push({ path: `options/${index}/name`, message: 'Another option has this name.' });
    if (new Set(values).size !== values.length)
      faults.push({ path: `options/${index}/values`, message: 'A value comes twice.' });
    names.add(name.toLowerCase());
  }
  return faults;
}
