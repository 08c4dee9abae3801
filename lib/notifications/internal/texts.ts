import { type KeyOf, type Speech as SpeechOf, speaker } from '@/lib/kernel/speech';
import en from '@/messages/mails.en.json';
import fr from '@/messages/mails.fr.json';

export { type Language, languageOf } from '@/lib/kernel/speech';

export type TextKey = KeyOf<typeof en>;

/** The texts of mails in one language, and how it writes money and dates. */
export type Speech = SpeechOf<TextKey>;

export const speak = speaker<typeof en>({ en, fr });
