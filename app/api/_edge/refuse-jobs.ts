import { type Refusal, refuse } from './operation';

/** How it is answered that the jobs cannot be asked: they are elsewhere, or nobody answered. */
export function refuseJobs(
  reason: 'elsewhere' | 'unreachable',
): Refusal<'jobs-elsewhere' | 'temporarily-unavailable'> {
  return reason === 'elsewhere' ? refuse('jobs-elsewhere') : refuse('temporarily-unavailable');
}
