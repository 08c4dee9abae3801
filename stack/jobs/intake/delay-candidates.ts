import type { Queryable } from '../database';
import { debounce } from './debounce';
import { gatherBatches } from './gather-batches';
import type { Candidate } from './match-functions';

/** Puts aside what a debounce or a batch holds back; returns what may go on now. */
export async function delayCandidates(
  tx: Queryable,
  candidates: readonly Candidate[],
  nowMs: number,
): Promise<Candidate[]> {
  // What is invoked has somebody who waits for it.
  const isHeld = ({ fn, event }: Candidate) => fn.debounce !== undefined && !event.invoke;
  await debounce(tx, candidates.filter(isHeld), nowMs);
  return await gatherBatches(
    tx,
    candidates.filter((candidate) => !isHeld(candidate)),
  );
}
