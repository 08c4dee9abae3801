import { refuse } from './operation';

/** The answer to a currency that the shop does not sell in. */
export function refuseCurrency() {
  const message = 'Must be a currency that the shop sells in.';
  return refuse('validation-failed', { errors: [{ path: 'currency', message }] });
}
