import type { SQL } from 'drizzle-orm';
import type { Scope } from './scope';
import type { Chart, Column, Row } from './table';
import type { IdRange } from './walk-ids';

/** Adds what lies between two ids to the report's sums, in one statement. */
export type Gathering = {
  readonly ids: (scope: Scope) => IdRange;
  /** Behind `after`, up to and with `last`. */
  readonly add: (scope: Scope, after: string, last: string) => SQL;
};

export type Page = {
  readonly rows: readonly Row[];
  /** How many rows of the books it is made of. */
  readonly read: number;
  /** Where the next page begins, null when there is none. */
  readonly next: string | null;
};

/** Where a kind of report comes from: sums that are gathered first, then rows by key. Each page is a constant number of statements. */
export type Source = {
  readonly columns: readonly Column[];
  readonly chart: Chart;
  readonly gatherings: readonly Gathering[];
  readonly countRows: (scope: Scope) => Promise<number>;
  /** `cursor` is null for the first page. */
  readonly page: (scope: Scope, cursor: string | null, size: number) => Promise<Page>;
};
