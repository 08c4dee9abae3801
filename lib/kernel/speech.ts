/** The languages that the shop writes people in. */
export type Language = 'en' | 'fr';

/** A language's texts: each a sentence with `{slots}`, or one per plural category of `count`. */
type Texts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The dotted names of all texts. */
export type KeyOf<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string | { other: string }
    ? Key
    : `${Key}.${KeyOf<Node[Key]>}`;
}[keyof Node & string];

/** A language's texts and how it writes money and dates. */
export type Speech<Key extends string> = {
  readonly language: Language;
  readonly locale: string;
  readonly t: (key: Key, values?: Readonly<Record<string, string | number>>) => string;
};

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', fr: 'fr-FR' };
const FRENCH = /^(fr\b|FR$|MC$)/;

/** The language of a market (`fr-fr`) or of a country (`FR`); English where we have no better. */
export function languageOf(marketOrCountry: string | null): Language {
  return marketOrCountry !== null && FRENCH.test(marketOrCountry) ? 'fr' : 'en';
}

/** Who speaks with these texts. Figures and dates follow the language's own locale, unless another one is named. */
export function speaker<T extends Texts>(
  byLanguage: Readonly<Record<Language, T>>,
): (language: Language, locale?: string) => Speech<KeyOf<T>> {
  return (language, locale = LOCALES[language]) => {
    const texts: Texts = byLanguage[language];
    const plurals = new Intl.PluralRules(locale);
    const numbers = new Intl.NumberFormat(locale);
    return {
      language,
      locale,
      t(key, values = {}) {
        const [section = '', name = ''] = key.split('.');
        const leaf = texts[section]?.[name];
        const text =
          typeof leaf === 'string' ? leaf : pluralOf(leaf, plurals.select(Number(values.count ?? 0)));
        return text.replaceAll(/\{(\w+)\}/g, (whole, slot: string) => {
          const value = values[slot];
          if (value === undefined) return whole;
          return typeof value === 'number' ? numbers.format(value) : value;
        });
      },
    };
  };
}

function pluralOf(leaf: unknown, category: string): string {
  const forms = leaf as Readonly<Record<string, string>>;
  return forms[category] ?? forms.other ?? '';
}
