/** A product of the demo house in French: what the English catalog says of it, but for its facts, which have words of their own. */
export type Said = {
  readonly title: string;
  readonly story: readonly string[];
  /** Of its first picture. */
  readonly alt: string;
  /** Of its second, where that is not one of the house's rooms. */
  readonly second?: string;
};
