import { expect, test } from 'vitest';
import { errorAt, noteAt } from '../model';
import { capMessages } from './cap-messages';

test('few messages are left alone', () => {
  const messages = [noteAt(2, 'a'), errorAt(3, 'b')];
  expect(capMessages(messages, 2)).toBe(messages);
});

test('of many the errors stay, and the number of the others', () => {
  const messages = [...Array.from({ length: 5 }, (_, n) => noteAt(n, 'note')), errorAt(9, 'error')];
  expect(capMessages(messages, 2)).toEqual([
    errorAt(9, 'error'),
    noteAt(0, 'note'),
    noteAt(1, 'This and 3 further messages are not listed.'),
  ]);
});

test('errors too many stay errors', () => {
  const capped = capMessages(
    Array.from({ length: 5 }, (_, n) => errorAt(n, 'error')),
    3,
  );
  expect(capped.map(({ severity }) => severity)).toEqual(['error', 'error', 'error', 'error']);
});
