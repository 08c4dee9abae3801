import en from '@/messages/mails.en.json';
import fr from '@/messages/mails.fr.json';

/** The texts of mails in one language: a text, or one per plural category of `count`. */
type Messages = typeof en;

type KeyOf<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string | { other: string }
    ? Key
    : `${Key}.${KeyOf<Node[Key]>}`;
}[keyof Node & string];

export type TextKey = KeyOf<Messages>;

export type Language = 'en' | 'fr';

/** A language's texts and how it writes money and dates. */
export type Speech = {
  readonly language: Language;
  readonly locale: string;
  readonly t: (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;
};

const BY_LANGUAGE: Readonly<Record<Language, Messages>> = { en, fr };
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', fr: 'fr-FR' };
const FRENCH = /^(fr\b|FR$|MC$)/;

/** The language of a market (`fr-fr`) or of a country (`FR`); English where we have no better. */
export function languageOf(marketOrCountry: string | null): Language {
  return marketOrCountry !== null && FRENCH.test(marketOrCountry) ? 'fr' : 'en';
}

export function speak(language: Language): Speech {
  const locale = LOCALES[language];
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return {
    language,
    locale,
    t(key, values = {}) {
      const [section = '', name = ''] = key.split('.');
      const sections: Readonly<Record<string, Readonly<Record<string, unknown>>>> = BY_LANGUAGE[language];
      const leaf = sections[section]?.[name];
      const text =
        typeof leaf === 'string' ? leaf : pluralOf(leaf, plurals.select(Number(values.count ?? 0)));
      return text.replaceAll(/\{(\w+)\}/g, (whole, slot: string) => {
        const value = values[slot];
        if (value === undefined) return whole;
        return typeof value === 'number' ? numbers.format(value) : value;
      });
    },
  };
}

function pluralOf(leaf: unknown, category: string): string {
  const forms = leaf as Readonly<Record<string, string>>;
  return forms[category] ?? forms.other ?? '';
}
