import sanitizeHtml from 'sanitize-html';

/** What a description may be made of. No images (they have a place of their own), no styles, classes or ids: how a shop looks is the shop's. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'div', 'br', 'strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup', 'span', 'blockquote', 'hr'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'h2', 'h3', 'h4', 'a'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], th: ['colspan', 'rowspan', 'scope'], td: ['colspan', 'rowspan'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  // `//host` would inherit our scheme and hide that it leads elsewhere.
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  // The text of these is not text for people.
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template', 'title', 'iframe', 'object'],
  transformTags: {
    // A page has one h1, and it is the product's title.
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    a: (tagName, { href }) => ({
      tagName,
      attribs: href === undefined ? {} : { href, rel: 'nofollow noopener' },
    }),
  },
};

const NO_TAGS: sanitizeHtml.IOptions = {
  allowedTags: [],
  allowedAttributes: {},
  ...(ALLOWED.nonTextTags === undefined ? {} : { nonTextTags: ALLOWED.nonTextTags }),
};

/** Elements that end a line of text: without a space their words would grow together. */
const BLOCK_END =
  /<(?:br|hr)\b[^>]*>|<\/(?:p|li|dt|dd|h[1-6]|div|blockquote|tr|td|th|caption|ul|ol|dl|table)>/gi;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The few entities that sanitize-html writes itself; every other one it has already decoded. */
const decode = (text: string) =>
  text.replace(/&(amp|lt|gt|quot);/g, (whole, name) => ENTITIES[name] ?? whole);

/**
 * A merchant's HTML made safe to show as it is, and its words alone (for search and page descriptions). Cleaning what
 * is clean changes nothing.
 */
export function cleanDescription(html: string): { readonly html: string; readonly text: string } {
  if (html === '') return { html: '', text: '' };
  const clean = sanitizeHtml(html, ALLOWED).trim();
  const text = decode(sanitizeHtml(clean.replace(BLOCK_END, '$& '), NO_TAGS));
  return { html: clean, text: text.replace(/\s+/g, ' ').trim() };
}
