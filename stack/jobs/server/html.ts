const STYLE = `
:root{color-scheme:light dark;font:14px/1.5 system-ui,sans-serif}
body{margin:0 auto;max-width:72rem;padding:1.5rem}
a{color:inherit}h1{font-size:1.25rem;margin:0 0 1rem}h2{font-size:1rem;margin:1.5rem 0 .5rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:.35rem .75rem .35rem 0;text-align:left;border-bottom:1px solid #8884;vertical-align:top}
th{font-weight:500;opacity:.7}pre{overflow:auto;max-height:20rem;margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
form{display:inline}button,select{font:inherit;padding:.2rem .6rem}
.completed{color:#2a7d46}.failed{color:#c0392b}.cancelled{opacity:.6}.running{color:#2563a8}`;

/** Text as it may stand in HTML. */
export function escapeHtml(text: unknown): string {
  return String(text ?? '').replace(
    /[&<>"']/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[character] ?? '',
  );
}

/** A whole page. `body` is HTML already. */
export function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><h1>${escapeHtml(title)}</h1>${body}</body></html>`;
}

/** A table; cells are HTML already. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

/** An instant, to the millisecond. */
export function instant(at: Date | null): string {
  return at === null ? '' : `<time>${at.toISOString().replace('T', ' ').replace('Z', '')}</time>`;
}
