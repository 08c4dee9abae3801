/**
 * Gathers what arrives while the last lot is being worked on, and hands it over as the next lot: many writers, one
 * transaction. `gatherMs` tells how long to wait for more before a lot is begun. When a lot fails its items are tried one by one, so that a bad one harms no neighbour.
 */
export function createBatcher<Item, Result>(
  work: (items: Item[]) => Promise<Result[]>,
  maxItems: number,
  gatherMs: () => number = () => 0,
): { add(item: Item): Promise<Result>; idle(): Promise<void> } {
  interface Waiting {
    item: Item;
    resolve(result: Result): void;
    reject(error: unknown): void;
  }
  const waiting: Waiting[] = [];
  let running: Promise<void> | null = null;

  async function process(lot: Waiting[]): Promise<void> {
    try {
      const results = await work(lot.map(({ item }) => item));
      for (const [index, entry] of lot.entries()) entry.resolve(results[index] as Result);
    } catch (error) {
      if (lot.length === 1) lot[0]?.reject(error);
      else for (const entry of lot) await process([entry]);
    }
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const wait = gatherMs();
      // One turn of the event loop at least: what arrived together goes together.
      await new Promise((resolve) => (wait > 0 ? setTimeout(resolve, wait) : setImmediate(resolve)));
      await process(waiting.splice(0, maxItems));
    }
    running = null;
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        running ??= drain();
      }),
    async idle() {
      await running;
    },
  };
}
