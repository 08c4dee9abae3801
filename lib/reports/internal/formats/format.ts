import type { Chart, Column, Row } from '../table';

/** What a file says of itself. */
export type Heading = {
  readonly title: string;
  /** Name and value. */
  readonly facts: readonly (readonly [string, string])[];
  readonly columns: readonly Column[];
  readonly chart?: Chart | undefined;
  /** How a moment is written. */
  readonly writeTime: (ms: number) => string;
};

/** Bytes to append, and what must be known to go on: plain JSON, for the next step may run in another process. */
export type Written<State> = { readonly bytes: Uint8Array; readonly state: State };

/** Writes a file in pieces that need no more than each other's state. */
export type Format<State> = {
  readonly begin: (heading: Heading) => Written<State>;
  readonly add: (heading: Heading, rows: readonly Row[], state: State) => Written<State>;
  /** `readFirst` reads the first rows once more. */
  readonly end: (
    heading: Heading,
    state: State,
    readFirst: (count: number) => Promise<readonly Row[]>,
  ) => Promise<Uint8Array>;
};

export const NOTHING = new Uint8Array(0);
