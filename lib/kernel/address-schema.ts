import { z } from 'zod';
import { isCountry } from './countries';
import { line, optionalLine } from './schemas';

/** The code of a country, in any case. */
export const countrySchema = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isCountry, 'Must be an ISO 3166-1 alpha-2 country code, as US.')
  .describe('ISO 3166-1 alpha-2, as US.')
  .meta({ examples: ['US'] });

/** Where a parcel goes: what checkout takes and what customers keep. */
export const postalAddress = z.object({
  name: line(200),
  line1: line(200),
  line2: optionalLine(200),
  city: line(100),
  region: optionalLine(100),
  postalCode: line(20),
  country: countrySchema,
});
