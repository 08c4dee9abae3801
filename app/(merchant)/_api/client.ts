import createClient from 'openapi-fetch';
import { type ApiProblem, noAnswer, readProblem } from '@/app/components/api/call-api';
import type { components, paths } from './api';
import { keepIntents } from './keep-intents';

/** The shapes of the API by their names in its OpenAPI document: `Schema<'MerchantOrder'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

const TIMEOUT_MS = 20_000;

/** Every call of the merchant API, typed by the OpenAPI document. Use it through {@link ask}. */
export const api = createClient<paths>({
  baseUrl: '',
  headers: { accept: 'application/json' },
  cache: 'no-store',
  credentials: 'same-origin',
  fetch: keepIntents((request) =>
    fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]) }),
  ),
});

/** The API said no, or nothing. `problem.code` is its own word, `no-answer` where nothing came back. */
export class ApiFault extends Error {
  readonly problem: ApiProblem;

  constructor(problem: ApiProblem) {
    super(problem.detail === '' ? problem.code : problem.detail);
    this.problem = problem;
  }

  /** What is wrong with one field of what was sent, by its path (`variants/0/sku`). */
  at(path: string): string | undefined {
    return this.problem.errors.find((fault) => fault.path === path)?.message;
  }
}

/**
 * The answer of a call, or an {@link ApiFault}: `await ask(api.GET('/api/admin/orders', { params, signal }))`. A call that
 * was aborted throws what the platform throws.
 */
export async function ask<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let answer: Awaited<typeof call>;
  try {
    answer = await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiFault(noAnswer);
  }
  if (answer.response.ok) return answer.data as T;
  throw new ApiFault(readProblem(answer.response, answer.error));
}
