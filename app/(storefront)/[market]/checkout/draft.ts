/** What was typed into the form, by field name, and the discount code that is in the total. */
export type Draft = Readonly<Record<FieldName | 'discountCode', string>>;

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

const KEPT = [...FIELD_NAMES, 'discountCode'] as const;

const EMPTY = Object.fromEntries(KEPT.map((name) => [name, ''])) as Draft;

/** The entries of this tab, so that a reload or a way back loses nothing. */
export function loadDraft(country: string): Draft {
  try {
    const stored = JSON.parse(sessionStorage.getItem(STORE) ?? '{}') as Record<string, unknown>;
    const entries = KEPT.flatMap((name) => {
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

/** Forgets the entries: whoever comes next to this browser is somebody else. */
export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(STORE);
  } catch {
    // Nothing was kept.
  }
}
