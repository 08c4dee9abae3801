/** What a column holds. Money is in minor units of the row's currency, a time in milliseconds; formats write them out. */
export type Column = {
  /** What it is called in every file. */
  readonly key: string;
  readonly kind: 'text' | 'count' | 'money' | 'time';
  /** How wide it is, in characters. */
  readonly width: number;
  /** Whether its sum over all rows means something. */
  readonly isSummed?: boolean;
  /** Left out where there is only a page's width. */
  readonly isOffPaper?: boolean;
};

/** What a drawing of the rows shows: the sums of each day, or the ten greatest. `label` and `value` are keys of columns. */
export type Chart = {
  readonly kind: 'days' | 'top';
  readonly title: string;
  readonly label: string;
  readonly value: string;
};

export type Value = string | number | null;

export type Row = {
  /** Of the money in it. */
  readonly currency: string;
  /** One for each column. */
  readonly values: readonly Value[];
};
