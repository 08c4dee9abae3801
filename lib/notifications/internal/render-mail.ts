import { render, toPlainText } from '@react-email/components';
import type { JSX } from 'react';

export type RenderedBody = { readonly html: string; readonly text: string };

/** A mail as HTML and as plain text. React escapes every value that goes in. */
export async function renderMail(mail: JSX.Element): Promise<RenderedBody> {
  const html = await render(mail);
  return { html, text: toPlainText(html) };
}
