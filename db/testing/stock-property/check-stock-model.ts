import fc from 'fast-check';
import { type Scenario, scenarios } from './operations';
import { runScenario } from './run-scenario';
import { CONNECTIONS, connect, disconnect, type Tally } from './shop';

export type Verdict = {
  readonly tally: Tally;
  readonly seconds: number;
  /** What was broken, and how to run it again; null when nothing was. */
  readonly failure: string | null;
};

type Replay = { readonly seed: number; readonly path: string };

/** How often a case that is run again is tried: its steps are the same, how they interleave is not. */
const REPLAYS = 40;

/** STOCK_REPLAY="<seed>:<path>", as a failure prints it. */
function readReplay(): Replay | null {
  const given = /^(-?\d+):([\d:]+)$/.exec(process.env.STOCK_REPLAY ?? '');
  return given === null ? null : { seed: Number(given[1]), path: given[2] ?? '' };
}

/** Checks that many random scenarios in the database at `url`, or again and again the one that STOCK_REPLAY names. */
export async function checkStockModel(url: string, runs: number): Promise<Verdict> {
  const connections = await connect(url);
  const tally: Tally = {
    ...{ runs: 0, operations: 0, placed: 0, refused: 0 },
    ...{ waits: 0, again: 0, inProgress: 0, contended: 0, deadlocks: 0 },
  };
  const startedAt = Date.now();
  const replay = readReplay();
  const property = fc.asyncProperty(scenarios, async (scenario) => {
    for (let turn = 0; turn < (replay === null ? 1 : REPLAYS); turn += 1)
      await runScenario(scenario, connections, tally);
  });
  try {
    // Not shrunk: a smaller scenario interleaves otherwise and proves nothing by passing.
    const found = await fc.check(property, {
      endOnFailure: true,
      ...(replay ? { ...replay, numRuns: 1 } : { numRuns: runs }),
    });
    const seconds = (Date.now() - startedAt) / 1000;
    return { tally, seconds, failure: found.failed ? explain(found) : null };
  } finally {
    await disconnect(connections);
  }
}

function explain(found: fc.RunDetails<[Scenario]>): string {
  const { seed, counterexamplePath, errorInstance } = found;
  const error = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return [
    error,
    `Again: STOCK_REPLAY="${seed}:${counterexamplePath}" npx vitest run --project integration lib/inventory/stock-model -t "sheet of paper"`,
    JSON.stringify(found.counterexample?.[0]),
  ].join('\n');
}

/** One line for people. */
export function summarize({ tally, seconds }: Verdict): string {
  const { runs, operations, placed, refused, waits, again, inProgress, contended, deadlocks } = tally;
  return (
    `stock model: ${runs} runs, ${operations} operations on ${CONNECTIONS} connections in ${seconds.toFixed(1)} s: ` +
    `${placed} placed, ${refused} refused; ${waits} seen waiting, ${again} again, ${inProgress} in progress, ` +
    `${contended} contended, ${deadlocks} deadlocks`
  );
}
