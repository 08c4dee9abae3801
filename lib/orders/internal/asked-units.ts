/** What asked_units_problems() finds. */
export type AskedUnitsProblem = {
  path: string;
  reason: 'not-in-order' | 'too-many-units';
  left: number;
};

export type UnitsFault = { readonly path: string; readonly message: string };

/** What is wrong with units that somebody named, for people: `what` ends "Only 2 of these can still …". */
export function describeAskedUnits(problems: readonly AskedUnitsProblem[], what: string): UnitsFault[] {
  return problems.map(({ path, reason, left }) =>
    reason === 'not-in-order'
      ? { path: `${path}/variantId`, message: 'This order has no such line.' }
      : {
          path: `${path}/quantity`,
          message:
            left === 0 ? `None of these can still ${what}.` : `Only ${left} of these can still ${what}.`,
        },
  );
}
