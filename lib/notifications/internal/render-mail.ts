import { plainTextSelectors, render, toPlainText } from '@react-email/components';
import type { JSX } from 'react';

export type RenderedBody = { readonly html: string; readonly text: string };

/** What is a table of facts stays one in plain text; the other tables only arrange. */
const SELECTORS = [
  ...plainTextSelectors,
  { selector: 'table.facts', format: 'dataTable' },
  { selector: 'h1', options: { uppercase: false } },
];

/** A mail as HTML and as plain text. React escapes every value that goes in. */
export async function renderMail(mail: JSX.Element): Promise<RenderedBody> {
  const html = await render(mail);
  return { html, text: toPlainText(html, { selectors: SELECTORS }) };
}
