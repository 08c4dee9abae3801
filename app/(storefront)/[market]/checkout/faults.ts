import type { FieldFault } from '@/app/components/api/call-api';
import type { Translate } from '@/app/components/text/translate';
import { type Draft, FIELD_NAMES, type FieldName } from './draft';
import { regionsOf } from './regions';

/** What is wrong with the entries, in the order in which they stand in the form. */
export type Faults = Partial<Record<FieldName, string>>;

const REQUIRED: readonly FieldName[] = ['email', 'name', 'line1', 'city', 'postalCode', 'country'];

/** What can be known before asking the shop, which has the last word. */
export function findFaults(draft: Draft, t: Translate): Faults {
  const needed = regionsOf(draft.country).length > 0 ? [...REQUIRED, 'region'] : REQUIRED;
  const faults = FIELD_NAMES.flatMap((name) => {
    const value = draft[name].trim();
    if (value === '') return needed.includes(name) ? [[name, t('checkout.required')]] : [];
    return name === 'email' && !/^\S+@\S+\.\S+$/.test(value) ? [[name, t('checkout.emailFault')]] : [];
  });
  return Object.fromEntries(faults) as Faults;
}

/** What can be said of a field when it is left: what is wrong with what was typed. That others are empty is said later. */
export function findFaultAt(name: FieldName, draft: Draft, t: Translate): string | undefined {
  return draft[name].trim() === '' ? undefined : findFaults(draft, t)[name];
}

/** The shop's own words for the fields that it did not accept. */
export function faultsFromErrors(errors: readonly FieldFault[], t: Translate): Faults {
  const faults = errors.flatMap(({ path, message }) => {
    const field = FIELD_NAMES.find((name) => name === path.split('/').at(-1));
    if (field === undefined) return [];
    if (field === 'email') return [[field, t('checkout.emailFault')]];
    return [[field, field === 'country' ? t('checkout.noShipping') : message]];
  });
  return Object.fromEntries(faults) as Faults;
}

/** Whether what was refused is an entry of the form, which is marked where it stands. */
export function isEntry(path: string): boolean {
  const last = path.split('/').at(-1);
  return last === 'discountCode' || FIELD_NAMES.some((name) => name === last);
}
