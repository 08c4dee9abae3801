import type { Load } from '../load/load';

export type Scenario = {
  readonly name: string;
  /** What its rate is compared with, in the same run; null for what is such a ceiling itself. */
  readonly ceiling: string | null;
  readonly load: Load;
};

/** Any of these. */
export function pick<T>(items: readonly T[]): T {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}
