type RequestContext = { get?: () => { waitUntil?: (promise: Promise<unknown>) => void } | undefined };

const VERCEL_CONTEXT = Symbol.for('@vercel/request-context');

/**
 * Lets work go on after the answer. Vercel would freeze the function otherwise: it offers `waitUntil` to whoever asks for it
 * by this symbol, which is how its own package does it too. In a process that stays, there is nothing to arrange.
 */
export function waitUntil(work: Promise<unknown>): void {
  const context = (globalThis as { [VERCEL_CONTEXT]?: RequestContext })[VERCEL_CONTEXT];
  context?.get?.()?.waitUntil?.(work);
}
