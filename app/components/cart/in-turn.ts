let last: Promise<unknown> = Promise.resolve();

/**
 * Runs cart changes one after the other, in all tabs where the browser can (secure contexts), so that two of them never
 * both make a cart or write over each other's lines.
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(() => locked(work));
  last = turn.catch(() => undefined);
  return turn;
}

function locked<T>(work: () => Promise<T>): Promise<T> {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return work();
  return navigator.locks.request('doorbuster:cart', work) as Promise<T>;
}
