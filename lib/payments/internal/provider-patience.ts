/** How long we wait for the provider: a browser is waiting behind it. */
const PROVIDER_TIMEOUT_MS = 2_500;

/** A signal for one call to the provider: aborted when it took too long, or when the lock it is made under is lost. */
export async function withProviderPatience<T>(
  lost: AbortSignal,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const giveUp = () => controller.abort();
  const timer = setTimeout(giveUp, PROVIDER_TIMEOUT_MS);
  lost.addEventListener('abort', giveUp, { once: true });
  if (lost.aborted) giveUp();
  try {
    return await ask(controller.signal);
  } finally {
    clearTimeout(timer);
    lost.removeEventListener('abort', giveUp);
  }
}
