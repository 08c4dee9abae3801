import { expect, test } from 'vitest';
import { contrast, isColour, mix } from './colour';

test('contrast is that of WCAG, whichever colour comes first', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#ffffff', '#000000')).toBe(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
});

test('colours mix by channel', () => {
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
  expect(mix('#0b33b8', '#0b33b8', 0.3)).toBe('#0b33b8');
});

test.each(['#fff', '#FFFFFF', 'red', '#12345g', '#1234567', ''])('%s is no colour of ours', (text) => {
  expect(isColour(text)).toBe(false);
});
