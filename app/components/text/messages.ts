import type { Market } from '@/app/components/market/markets';
import en from '@/messages/en.json';
import fr from '@/messages/fr.json';
import { createTranslate, type Messages, type Section, type Translate } from './translate';

/** A text that a language lacks does not compile; that it has none too many, and in good form, messages.test.ts checks. */
const BY_LANGUAGE: Record<Market['language'], Messages> = { en, fr };

/** The texts of a market for server components. */
export function textOf(market: Market): Translate {
  return createTranslate(BY_LANGUAGE[market.language], market.locale);
}

/** The sections that a client island needs; what is not named is not sent to the browser. */
export function sectionsOf(market: Market, sections: readonly Section[]): Partial<Messages> {
  const messages = BY_LANGUAGE[market.language];
  return Object.fromEntries(sections.map((section) => [section, messages[section]]));
}
