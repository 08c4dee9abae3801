import type en from '@/messages/en.json';

/** The texts of one language: sections of messages. A message is a text, or one text per plural category. */
export type Messages = typeof en;
export type Section = keyof Messages;

type KeyOf<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string | { other: string }
    ? Key
    : `${Key}.${KeyOf<Node[Key]>}`;
}[keyof Node & string];

/** The dotted name of a message, as the English file has it. */
export type MessageKey = KeyOf<Messages>;

export type MessageValues = Readonly<Record<string, string | number>>;

/** Gives a message with its `{values}` filled in. `count` chooses among plural forms; numbers are written as the locale does. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

type Leaf = string | Readonly<Record<string, string>>;

export function createTranslate(messages: Partial<Messages>, locale: string): Translate {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (key, values = {}) => {
    const leaf = findLeaf(messages, key);
    // A missing text must not take the page down; its name at least tells whoever looks what is missing.
    if (leaf === undefined) return key;
    const text =
      typeof leaf === 'string'
        ? leaf
        : (leaf[plurals.select(Number(values.count ?? 0))] ?? leaf.other ?? key);
    return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}

function findLeaf(messages: Partial<Messages>, key: string): Leaf | undefined {
  let node: unknown = messages;
  for (const part of key.split('.')) {
    if (typeof node !== 'object' || node === null) return undefined;
    node = (node as Record<string, unknown>)[part];
  }
  return node as Leaf | undefined;
}
