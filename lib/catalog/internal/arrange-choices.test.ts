import { describe, expect, test } from 'vitest';
import { arrangeChoices, type Choice } from './arrange-choices';

const SIZE = { name: 'Size', values: ['S', 'L'] };
const INK = { name: 'Ink', values: ['Red', 'Blue'] };
const values = (options: Parameters<typeof arrangeChoices>[0], variants: Choice[]) => {
  const arranged = arrangeChoices(options, variants);
  expect(arranged.faults).toEqual([]);
  return { options: arranged.options, values: arranged.variants.map(({ optionValues }) => optionValues) };
};
const faults = (options: Parameters<typeof arrangeChoices>[0], variants: Choice[]) =>
  arrangeChoices(options, variants).faults.map(({ path }) => path);

describe('the choices of a product', () => {
  test('are given in the order of its options', () => {
    expect(
      values([SIZE, INK], [{ optionValues: ['S', 'Blue'] }, { optionValues: ['L', 'Red'] }]).values,
    ).toEqual([
      ['S', 'Blue'],
      ['L', 'Red'],
    ]);
  });

  test('are given by name, in any order and case', () => {
    expect(values([SIZE, INK], [{ optionValues: { ink: 'Red', Size: 'L' } }]).values).toEqual([['L', 'Red']]);
  });

  test('make the options when there are none', () => {
    expect(
      values([], [{ optionValues: { Size: 'S', Ink: 'Red' } }, { optionValues: { Size: 'L', Ink: 'Red' } }]),
    ).toEqual({
      options: [SIZE, { name: 'Ink', values: ['Red'] }],
      values: [
        ['S', 'Red'],
        ['L', 'Red'],
      ],
    });
  });

  test('are the titles when nothing else tells variants apart', () => {
    expect(values([], [{ title: 'Small' }, { title: 'Large' }])).toEqual({
      options: [{ name: 'Title', values: ['Small', 'Large'] }],
      values: [['Small'], ['Large']],
    });
  });

  test('are none for the only variant, whatever its title', () => {
    expect(values([], [{ title: 'Small' }])).toEqual({ options: [], values: [[]] });
    expect(values([], [{}])).toEqual({ options: [], values: [[]] });
    expect(values([], [{ optionValues: [] }])).toEqual({ options: [], values: [[]] });
  });

  test('need not be said where there is only one', () => {
    expect(values([{ name: 'Size', values: ['S'] }], [{}]).values).toEqual([['S']]);
  });
});

describe('what does not fit is named', () => {
  test.each([
    ['two that nothing tells apart', [], [{}, {}], ['variants/1/optionValues']],
    ['two of one title', [], [{ title: 'A' }, { title: 'A' }], ['variants/1/optionValues']],
    ['one of two without a title', [], [{ title: 'A' }, {}], ['variants/1/optionValues']],
    ['a value that the option lacks', [SIZE], [{ optionValues: ['XL'] }], ['variants/0/optionValues']],
    ['a value in other case', [SIZE], [{ optionValues: ['s'] }], ['variants/0/optionValues']],
    ['too few values', [SIZE, INK], [{ optionValues: ['S'] }], ['variants/0/optionValues']],
    ['too many values', [SIZE], [{ optionValues: ['S', 'Red'] }], ['variants/0/optionValues']],
    ['values without options', [], [{ optionValues: ['S'] }], ['variants/0/optionValues']],
    [
      'a combination twice',
      [SIZE],
      [{ optionValues: ['S'] }, { optionValues: ['S'] }],
      ['variants/1/optionValues'],
    ],
    [
      'an option twice',
      [SIZE, { name: 'SIZE', values: ['S'] }],
      [{ optionValues: ['S', 'S'] }],
      ['options/1/name'],
    ],
    [
      'a value twice',
      [{ name: 'Size', values: ['S', 'S'] }],
      [{ optionValues: ['S'] }],
      ['options/0/values'],
    ],
    ['a name that is no option', [SIZE], [{ optionValues: { Colour: 'S' } }], ['variants/0/optionValues']],
    [
      'a name from the prototype',
      [SIZE],
      [{ optionValues: { __proto__: { Size: 'S' } } }],
      ['variants/0/optionValues'],
    ],
  ] as [string, Parameters<typeof arrangeChoices>[0], Choice[], string[]][])(
    '%s',
    (_, options, variants, paths) => {
      expect(faults(options, variants)).toEqual(paths);
    },
  );
});
