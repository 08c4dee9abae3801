/**
 * The texts of the page that stands in for a shop that broke altogether. Every page carries it, and a JSON file is carried
 * whole: taken from there, these few words came with all the others.
 */
export const LAST_WORDS = {
  error: {
    title: 'This page could not be shown',
    text: 'Something went wrong on our side. Your cart is safe.',
    support: 'If it keeps happening, mention {id} when you write to us.',
  },
  common: { tryAgain: 'Try again' },
} as const;
