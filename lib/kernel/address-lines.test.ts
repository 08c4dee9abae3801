import { expect, it } from 'vitest';
import { addressLines } from './address-lines';

const at = (country: string, region?: string) => ({
  name: 'Ada Buyer',
  line1: '1 Market Street',
  line2: '',
  city: 'Springfield',
  region,
  postalCode: '97201',
  country,
});

it('an address is written as the post of its country reads it', () => {
  expect(addressLines(at('US', 'OR'), 'en-US')).toEqual([
    'Ada Buyer',
    '1 Market Street',
    'Springfield, OR 97201',
    'United States',
  ]);
  expect(addressLines(at('CA', 'ON'), 'en-US').slice(2)).toEqual(['Springfield ON 97201', 'Canada']);
  expect(addressLines(at('GB', 'Surrey'), 'en-US').slice(2)).toEqual([
    'Springfield',
    'Surrey',
    '97201',
    'United Kingdom',
  ]);
  expect(addressLines(at('DE'), 'fr-FR').slice(2)).toEqual(['97201 Springfield', 'Allemagne']);
});

it('parts that are not there leave no line', () => {
  expect(addressLines({ ...at('US'), name: undefined, city: '' }, 'en-US')).toEqual([
    '1 Market Street',
    '97201',
    'United States',
  ]);
});
