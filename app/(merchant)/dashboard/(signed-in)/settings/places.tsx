import { COUNTRY_CODES } from '@/lib/kernel/countries';

const names = new Intl.DisplayNames('en', { type: 'region' });

/** A country by its code, in words; the code where it has none. `*` is the rest of the world. */
export const countryName = (code: string): string =>
  code === '*' ? 'Rest of the world' : (names.of(code) ?? code);

const SORTED = [...COUNTRY_CODES].sort((a, b) => countryName(a).localeCompare(countryName(b)));

/** Every country as an option, by name. */
export function countryOptions({ withRest = false }: { withRest?: boolean } = {}) {
  return (
    <>
      {withRest ? <option value="*">{countryName('*')}</option> : null}
      {SORTED.map((code) => (
        <option key={code} value={code}>
          {countryName(code)}
        </option>
      ))}
    </>
  );
}

/** A place in words: `United States, CA`. */
export const placeName = ({ country, region }: { country: string; region?: string | undefined }): string =>
  region ? `${countryName(country)}, ${region}` : countryName(country);
