import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Colour } from '@/lib/kernel/colour';
import { changeSettingsInput } from '@/lib/shop/input';
import { accentContrast, LEAST_CONTRAST, PAPERS } from '@/lib/shop/model';

const css = readFileSync('app/globals.css', 'utf8');

function token(name: string): [Colour, Colour] {
  const [, light, dark] = new RegExp(`--color-${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? [];
  return [light as Colour, dark as Colour];
}

test('an accent is compared with the paper that it stands on', () => {
  const [paper, ground] = [token('paper'), token('ground')];
  expect(PAPERS).toEqual({ light: [paper[0], ground[0]], dark: [paper[1], ground[1]] });
});

test('the accent that the shop comes with would be taken', () => {
  const [light, dark] = token('act');
  expect(changeSettingsInput.parse({ accent: { light, dark } }).accent).toEqual({ light, dark });
  expect(accentContrast('light', light)).toBeGreaterThan(LEAST_CONTRAST);
});

test.each([
  ['accent/light', { light: '#ffe14d', dark: '#9db1ff' }],
  ['accent/dark', { light: '#0b33b8', dark: '#1a2b60' }],
  ['accent/light', { light: 'red;}body{display:none', dark: '#9db1ff' }],
])('one whose %s cannot be read is refused', (path, accent) => {
  const issues = changeSettingsInput.safeParse({ accent }).error?.issues ?? [];
  expect(issues.map((issue) => issue.path.join('/'))).toEqual([path]);
});
