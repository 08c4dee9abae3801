/** How often each body of a step or function ran, under names of the test's choice. */
export interface BodyCounts {
  /** Counts one run of the body and says which it was, from 1. */
  ran(body: string): number;
  /** The same, for a body that returns a value. */
  noted<T>(body: string, value: T): T;
  count(body: string): number;
}

export function countBodies(): BodyCounts {
  const counts = new Map<string, number>();
  const count = (body: string) => counts.get(body) ?? 0;
  function ran(body: string): number {
    counts.set(body, count(body) + 1);
    return count(body);
  }
  return {
    ran,
    count,
    noted(body, value) {
      ran(body);
      return value;
    },
  };
}
