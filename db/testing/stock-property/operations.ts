import fc from 'fast-check';

/** A line of a basket; variants are named by their place among those of the run. */
export type Line = { readonly variant: number; readonly quantity: number };

/** What may happen to stock. `of` counts back over the purchases before it, the newest first. */
export type Operation =
  | { readonly kind: 'buy-one' | 'buy-many'; readonly lines: readonly Line[] }
  | { readonly kind: 'buy-cart'; readonly cart: number }
  | { readonly kind: 'replay' | 'expire' | 'pay' | 'decline' | 'doubt' | 'cancel'; readonly of: number }
  /** Of everything, or of one unit of the order's first line. */
  | { readonly kind: 'refund'; readonly of: number; readonly isWhole: boolean; readonly restock: boolean }
  | { readonly kind: 'settle'; readonly of: number; readonly result: 'succeeded' | 'declined' }
  | { readonly kind: 'sweep'; readonly limit: number }
  | { readonly kind: 'look'; readonly variant: number; readonly wanted: number }
  | { readonly kind: 'adjust'; readonly variant: number; readonly delta: number }
  | { readonly kind: 'set'; readonly variant: number; readonly level: number }
  | { readonly kind: 'stop-counting'; readonly variant: number }
  | { readonly kind: 'lanes'; readonly variant: number; readonly lanes: number };

/** An operation, how long its transaction stays open once it has done its work, and whether nothing runs beside it. */
export type Step = Operation & { readonly lingerMs: number; readonly isAlone: boolean };

export type Scenario = {
  /** Up to three variants; stock null: not counted at first. */
  readonly variants: readonly { readonly stock: number | null; readonly lanes: number }[];
  readonly carts: readonly (readonly Line[])[];
  readonly steps: readonly Step[];
};

const STEPS = { minLength: 60, maxLength: 76 };
const KINDS_AT_LEAST = 8;

const isPurchase = ({ kind }: Operation) => kind === 'buy-one' || kind === 'buy-many' || kind === 'buy-cart';

/** The place of the purchase that a step is about, or null when none came before it. */
export function findPurchase(steps: readonly Step[], at: number): number | null {
  const step = steps[at];
  if (step === undefined) return null;
  if (isPurchase(step)) return at;
  if (!('of' in step)) return null;
  const earlier = [...steps.slice(0, at).keys()].filter((index) => {
    const candidate = steps[index];
    return candidate !== undefined && isPurchase(candidate);
  });
  return earlier.toReversed()[step.of % Math.max(1, earlier.length)] ?? null;
}

/** Steps that run side by side, one group after the other: what the model knows in between, it knows exactly. */
export function inGroups(steps: readonly Step[]): number[][] {
  const groups: number[][] = [];
  let wasAlone = true;
  for (const [at, { isAlone }] of steps.entries()) {
    if (isAlone || wasAlone) groups.push([at]);
    else groups.at(-1)?.push(at);
    wasAlone = isAlone;
  }
  return groups;
}

const variantAt = (count: number) => fc.nat(count - 1);
const linesOf = (count: number, length: { minLength: number; maxLength: number }) =>
  fc.array(fc.record({ variant: variantAt(count), quantity: fc.integer({ min: 1, max: 4 }) }), length);
const back = fc.nat(11);

function operations(count: number): fc.Arbitrary<Operation> {
  const variant = variantAt(count);
  const about = (kind: 'replay' | 'expire' | 'pay' | 'decline' | 'doubt' | 'cancel') =>
    fc.record({ kind: fc.constant(kind), of: back });
  const of = <K extends Operation['kind']>(kind: K) => fc.constant(kind);
  return fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: of('buy-one'), lines: linesOf(count, one) }) },
    { weight: 10, arbitrary: fc.record({ kind: of('buy-many'), lines: linesOf(count, many) }) },
    { weight: 5, arbitrary: fc.record({ kind: of('buy-cart'), cart: fc.nat(CARTS - 1) }) },
    { weight: 4, arbitrary: about('replay') },
    { weight: 6, arbitrary: about('expire') },
    { weight: 4, arbitrary: about('pay') },
    { weight: 2, arbitrary: about('decline') },
    { weight: 2, arbitrary: about('doubt') },
    { weight: 2, arbitrary: about('cancel') },
    {
      weight: 3,
      arbitrary: fc.record({ kind: of('refund'), of: back, isWhole: fc.boolean(), restock: fc.boolean() }),
    },
    { weight: 4, arbitrary: fc.record({ kind: of('settle'), of: back, result: outcome }) },
    { weight: 3, arbitrary: fc.record({ kind: of('sweep'), limit: fc.integer({ min: 1, max: 20 }) }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: of('look'), variant, wanted: fc.integer({ min: 1, max: 5 }) }),
    },
    { weight: 4, arbitrary: fc.record({ kind: of('adjust'), variant, delta: change }) },
    { weight: 2, arbitrary: fc.record({ kind: of('set'), variant, level: fc.nat(12) }) },
    { weight: 1, arbitrary: fc.record({ kind: of('stop-counting'), variant }) },
    { weight: 4, arbitrary: fc.record({ kind: of('lanes'), variant, lanes: laneCount }) },
  );
}

const CARTS = 4;
const one = { minLength: 1, maxLength: 1 };
const many = { minLength: 2, maxLength: 3 };
const outcome = fc.constantFrom('succeeded' as const, 'declined' as const);
const change = fc.integer({ min: -6, max: 12 }).filter((delta) => delta !== 0);
const laneCount = fc.constantFrom(1, 1, 2, 3, 8, 32);
const timing = fc.record({
  lingerMs: fc.constantFrom(0, 0, 0, 1, 3),
  isAlone: fc.integer({ min: 1, max: 10 }).map((draw) => draw === 1),
});

/** Runs of at least 60 steps of at least 8 kinds on at most 3 variants. */
export const scenarios: fc.Arbitrary<Scenario> = fc.integer({ min: 1, max: 3 }).chain((count) =>
  fc.record({
    variants: fc.array(
      fc.record({
        stock: fc.option(fc.nat(16), { nil: null, freq: 12 }),
        lanes: laneCount,
      }),
      { minLength: count, maxLength: count },
    ),
    carts: fc.array(linesOf(count, { minLength: 1, maxLength: 3 }), { minLength: CARTS, maxLength: CARTS }),
    steps: fc
      .array(
        fc.tuple(operations(count), timing).map(([operation, when]): Step => ({ ...operation, ...when })),
        STEPS,
      )
      .filter((steps) => new Set(steps.map(({ kind }) => kind)).size >= KINDS_AT_LEAST),
  }),
);
