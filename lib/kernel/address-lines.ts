/** Where a parcel goes, as it is kept. */
export type PostalAddress = {
  readonly name?: string | undefined;
  readonly line1: string;
  readonly line2?: string | null | undefined;
  readonly city: string;
  readonly region?: string | null | undefined;
  readonly postalCode: string;
  readonly country: string;
};

/** Countries that write the postal code behind the city and its region: `Portland, OR 97201`. */
const CODE_LAST = new Set(['US', 'CA', 'AU', 'IN', 'PR']);
/** Countries that write the postal code on a line of its own, below the city. */
const CODE_BELOW = new Set(['GB', 'IE', 'GG', 'JE', 'IM']);

/** An address as the post of its country reads it, a line each; empty parts leave no line. The country is named in `locale`. */
export function addressLines(address: PostalAddress, locale: string): string[] {
  const { name, line1, line2, country } = address;
  const named = new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country;
  return [name, line1, line2, ...placeLines(address), named].filter(isText);
}

function placeLines({ city, region, postalCode, country }: PostalAddress): (string | null | undefined)[] {
  if (CODE_LAST.has(country))
    return [[city, joined([region, postalCode], ' ')].filter(isText).join(country === 'US' ? ', ' : ' ')];
  if (CODE_BELOW.has(country)) return [city, region, postalCode];
  return [joined([postalCode, city], ' '), region];
}

const isText = (part: string | null | undefined): part is string =>
  part !== null && part !== undefined && part.trim() !== '';

const joined = (parts: readonly (string | null | undefined)[], between: string) =>
  parts.filter(isText).join(between);
