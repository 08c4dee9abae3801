import type { Random } from '../art/random';
import { indexAt } from './index-at';
import { type Place, places } from './places';

export type Person = {
  email: string;
  place: Place;
  address: {
    name: string;
    line1: string;
    city: string;
    region?: string;
    postalCode: string;
    country: string;
  };
};

const shares = places.map(({ share }) => share);

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

const domains = ['example.com', 'example.com', 'example.net', 'example.org'] as const;

const one = <T>(rnd: Random, items: readonly T[]): T => {
  const item = items[rnd.int(0, items.length - 1)];
  if (item === undefined) throw new RangeError('Nothing to choose from.');
  return item;
};

/** Somebody who never was. `taken` keeps their addresses apart; nobody can be written to at any of them. */
export function makePerson(rnd: Random, taken: Set<string>): Person {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const place = places[indexAt(shares, rnd.range(0, whole))] ?? one(rnd, places);
  const [first, last] = [one(rnd, place.firstNames), one(rnd, place.lastNames)];
  const [city, postalCode, region] = one(rnd, place.towns);
  const number = rnd.int(1, 240);
  const street = one(rnd, place.streets);
  const box = `${plain(first)}.${plain(last)}`;
  let email = `${box}@${one(rnd, domains)}`;
  for (let n = 2; taken.has(email); n++) email = `${box}${n}@${one(rnd, domains)}`;
  taken.add(email);
  return {
    email,
    place,
    address: {
      name: `${first} ${last}`,
      line1: place.numberFirst ? `${number} ${street}` : `${street} ${number}`,
      city,
      ...(region === undefined ? {} : { region }),
      postalCode,
      country: place.country,
    },
  };
}
