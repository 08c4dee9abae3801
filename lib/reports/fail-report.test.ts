import { expect, test } from 'vitest';
import { StoreUnavailable } from '@/lib/kernel/faults';
import { explainFailure } from './fail-report';

test('a store that did not answer is told as such, also when the error came through JSON', () => {
  const fault = new StoreUnavailable('postgres', new Error('ECONNREFUSED 10.0.0.7'));
  const told = /database did not answer/;
  expect(explainFailure(fault)).toMatch(told);
  expect(explainFailure({ name: 'StepError', cause: { name: 'StoreUnavailable', message: 'x' } })).toMatch(
    told,
  );
});

test.each([new Error('secret'), { message: 'secret' }, 'secret', null, undefined])(
  'anything else is ours: %s',
  (error) => {
    expect(explainFailure(error)).toMatch(/went wrong on our side/);
    expect(explainFailure(error)).not.toContain('secret');
  },
);
