import { Marked } from 'marked';
import type { Words } from '@/lib/content/model';

export type Content = { readonly title: string; readonly description: string; readonly html: string };

/** How what a page says becomes what a shop says: its facts by name, and its own links in the reader's market. */
export type ContentContext = {
  readonly facts: Readonly<Record<string, string>>;
  readonly linkTo: (path: string) => string;
};

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A page's Markdown as HTML, with `{facts}` filled in. HTML in it stays text, whoever wrote it. */
export function renderContent(words: Words, { facts, linkTo }: ContentContext): Content {
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);
  const marked = new Marked({
    renderer: {
      html: ({ text }) => escapeHtml(text),
      link({ href, tokens }) {
        const target = href.startsWith('/') ? linkTo(href) : href;
        const isSafe = /^(\/|https:\/\/|mailto:)/.test(target);
        const text = this.parser.parseInline(tokens);
        return isSafe ? `<a href="${escapeHtml(target)}">${text}</a>` : text;
      },
    },
  });
  const html = marked.parse(fill(words.body), { async: false });
  return { title: fill(words.title), description: fill(words.description), html };
}
