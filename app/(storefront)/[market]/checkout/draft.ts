/** What was typed into the form, by field name. */
export type Draft = Readonly<Record<FieldName, string>>;

export const FIELD_NAMES = [
  'email',
  'name',
  'line1',
  'line2',
  'city',
  'region',
  'postalCode',
  'country',
  'shippingMethod',
] as const;

export type FieldName = (typeof FIELD_NAMES)[number];

const STORE = 'doorbuster:checkout-draft';

const EMPTY = Object.fromEntries(FIELD_NAMES.map((name) => [name, ''])) as Draft;

/** The entries of this tab, so that a reload or a way back loses nothing. */
export function loadDraft(country: string): Draft {
  try {
    const stored = JSON.parse(sessionStorage.getItem(STORE) ?? '{}') as Record<string, unknown>;
    const entries = FIELD_NAMES.flatMap((name) => {
      const value = stored[name];
      return typeof value === 'string' ? [[name, value]] : [];
    });
    return { ...EMPTY, country, ...Object.fromEntries(entries) };
  } catch {
    return { ...EMPTY, country };
  }
}

export function saveDraft(draft: Draft): void {
  try {
    sessionStorage.setItem(STORE, JSON.stringify(draft));
  } catch {
    // Then a reload starts with an empty form.
  }
}
