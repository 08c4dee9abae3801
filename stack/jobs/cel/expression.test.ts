import { describe, expect, test } from 'vitest';
import { compileExpression } from './expression';

const event = { name: 'a/b', data: { id: 'o1', n: 5, x: null, list: ['a', 'b'], nested: { deep: true } } };
const async = { data: { id: 'o1', n: 5 } };
const holds = (source: string) => compileExpression(source).holds({ event, async });

describe('an expression', () => {
  test.each([
    'event.data.id == async.data.id',
    'event.data.n == 5 && event.data.n > 4.5',
    'event.data.missing == null',
    "event.data.missing != 'x'",
    'event.data.x == null',
    "event.data.id + 1 == 'o11'",
    "event.data.id.startsWith('o') && event.name.matches('^a/')",
    "'a' in event.data.list && size(event.data.list) == 2",
    'has(event.data.nested.deep) && !has(event.data.nested.other)',
    "event.data.list.exists(item, item == 'b') && event.data.list.all(item, item != 'c')",
    'event.data.n % 2 == 1',
    "event.data['id'] == 'o1' && event.data.list[1] == 'b'",
    'event.data.missing || event.data.id',
    'event.data.n > 3 ? true : false',
    '!event.data.missing.deeper.still',
    "event.data.nested == {'deep': true}",
    '5u == event.data.n',
  ])('%s holds', (source) => {
    expect(holds(source)).toBe(true);
  });

  test.each([
    "event.data.missing == 'x'",
    'event.data.missing > 5',
    'event.data.x > 5',
    // Two unknowns are not one.
    'event.data.missing == async.data.missing',
    'event.data.id == event.data.n',
    'event.data.n.startsWith("5")',
    'event.data.id * 2 == 4',
    'event.data.list[7] == "a"',
    'nobody.knows == 1',
    '0',
  ])('%s does not, and throws nothing', (source) => {
    expect(holds(source)).toBe(false);
  });

  test.each(['event.data.', 'event.data.id ==', 'unheard(event.data.id)', 'event.data.id.unheard()'])(
    '%s is refused when it is compiled',
    (source) => {
      expect(() => compileExpression(source)).toThrow();
    },
  );

  test('reaches nothing but its variables', () => {
    expect(holds('event.data.constructor == null')).toBe(true);
    expect(holds("event.data['__proto__'] == null")).toBe(true);
    expect(holds('toString == null')).toBe(true);
  });
});
