import { expect, test } from 'vitest';
import { draftOf, readDraft } from './discount-draft';

const draft = draftOf(null, 'USD');

test('what is typed becomes what is sent', () => {
  const typed = { ...draft, code: 'TEN', percent: '7,25', minSubtotal: '20', usageLimit: '100', amount: 'x' };
  expect(readDraft(typed)).toMatchObject({
    faults: [],
    body: { ratePpm: 72_500, amount: null, minSubtotal: { amount: 2_000, currency: 'USD' }, usageLimit: 100 },
  });
});

test('a discount goes through a form unchanged, in any time zone', () => {
  const discount = {
    id: 'disc_1',
    code: 'EUR5',
    kind: 'amount' as const,
    ratePpm: null,
    amount: { amount: 500, currency: 'EUR' },
    minSubtotal: { amount: 2_550, currency: 'EUR' },
    collectionId: null,
    startsAt: '2026-11-27T09:00:00.000Z',
    endsAt: null,
    usageLimit: null,
    perCustomerLimit: 1,
    enabled: true,
    used: 3,
  };
  const { id: _, enabled: __, used: ___, ...terms } = discount;
  expect(readDraft(draftOf(discount, 'USD'))).toEqual({ faults: [], body: terms });
});

test('what cannot be read is told at its field', () => {
  const wrong = { ...draft, kind: 'amount' as const, amount: '-1', minSubtotal: 'some', usageLimit: '1.5' };
  expect(readDraft(wrong).faults.map(({ path }) => path)).toEqual(['amount', 'minSubtotal', 'usageLimit']);
  expect(readDraft({ ...draft, percent: '101' }).faults.map(({ path }) => path)).toEqual(['ratePpm']);
});
