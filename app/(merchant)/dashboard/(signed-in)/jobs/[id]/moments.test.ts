import { expect, it } from 'vitest';
import { momentsOf } from './moments';

const at = (second: number) => `2026-11-22T19:00:${String(second).padStart(2, '0')}.000Z`;
const attempt = (second: number, number: number, error: string | null = null) => ({
  step: null,
  number,
  at: at(second),
  ms: 100,
  isOk: error === null,
  error,
});
const told = (run: Parameters<typeof momentsOf>[0]) =>
  momentsOf(run).map(({ what, note, isBad }) => `${what}: ${note}${isBad ? ' (failed)' : ''}`);

it('a step is one line with the attempt that ended it, and its earlier tries bear its name', () => {
  const attempts = [attempt(1, 1, 'no'), attempt(2, 2, 'no'), attempt(3, 3), attempt(4, 1)];
  expect(told({ attempts, steps: [{ name: 'build', kind: 'StepRun', at: at(3) }] })).toEqual([
    'build: 100 ms (failed)',
    'build: try 2, 100 ms (failed)',
    'build: try 3, 100 ms',
    'Between steps: 100 ms',
  ]);
});

it('a step that was given up is told once, and what came after it is its own', () => {
  const attempts = [attempt(1, 1, 'no'), attempt(2, 2, 'no'), attempt(3, 1, 'no')];
  expect(told({ attempts, steps: [{ name: 'build', kind: 'StepFailed', at: at(2) }] })).toEqual([
    'build: 100 ms (failed)',
    'build: try 2, 100 ms (failed)',
    'Between steps: 100 ms (failed)',
  ]);
});

it('a pause stands where it ended', () => {
  const steps = [
    { name: 'send', kind: 'StepRun', at: at(1) },
    { name: 'wait', kind: 'Sleep', at: at(2) },
  ];
  expect(told({ attempts: [attempt(1, 1), attempt(3, 1)], steps })).toEqual([
    'send: 100 ms',
    'wait: pause over',
    'Between steps: 100 ms',
  ]);
});
