/**
 * What `answer` gives if it comes within `limitMs`, else what `late` gives (or throws). Time in which this process did not
 * listen does not count: whoever was busy for a moment must not blame the other side.
 */
export function within<T>(limitMs: number, answer: Promise<T>, late: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = afterListening(limitMs, () => {
      try {
        resolve(late());
      } catch (error) {
        reject(error);
      }
    });
    answer.then(resolve, reject).finally(callOff);
  });
}

/** A signal that aborts as `AbortSignal.timeout` does, but counts time as {@link within} does. */
export function patientSignal(limitMs: number): AbortSignal {
  const controller = new AbortController();
  afterListening(limitMs, () => {
    controller.abort(new DOMException(`No answer within ${limitMs} ms.`, 'TimeoutError'));
  });
  return controller.signal;
}

/**
 * Calls `act` when the time is over. A timer that comes late tells how long nobody listened: what has arrived meanwhile gets as
 * long again, once. Also one that comes in time is followed by another: timers run before sockets are read.
 */
function afterListening(limitMs: number, act: () => void): () => void {
  const from = performance.now();
  let timer = setTimeout(() => {
    const lateMs = performance.now() - from - limitMs;
    timer = setTimeout(act, Math.min(Math.max(lateMs, 0), limitMs));
  }, limitMs);
  return () => clearTimeout(timer);
}
