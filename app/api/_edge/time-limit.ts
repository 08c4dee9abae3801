/** The work took longer than the caller will wait. It may still be going on. */
export class TimeLimitExceeded extends Error {
  override readonly name = 'TimeLimitExceeded';
}

/** Gives what `work` gives, or throws {@link TimeLimitExceeded} after `limitMs`, aborting the signal that `work` got. */
export async function withTimeLimit<T>(
  limitMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new TimeLimitExceeded(`No answer within ${limitMs} ms.`);
      // First, or what the work makes of the abort would win the race.
      reject(error);
      controller.abort(error);
    }, limitMs);
  });
  try {
    // The race listens to both, so whichever loses fails unheard.
    return await Promise.race([work(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
