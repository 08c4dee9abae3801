const WIDTH = 760;
const LABEL = 300;
const BAR = 20;
const GAP = 8;

export type Bar = { readonly label: string; readonly value: number; readonly note: string };

/** Horizontal bars on a logarithmic scale as an SVG that reads in light and dark: rates here differ by three orders. */
export function toPlot(title: string, bars: readonly Bar[]): string {
  const height = 44 + bars.length * (BAR + GAP);
  const most = Math.log10(Math.max(10, ...bars.map((bar) => bar.value)));
  const least = Math.min(2, ...bars.map((bar) => Math.log10(Math.max(1, bar.value)) - 0.5));
  const widthOf = (value: number) =>
    Math.max(2, ((Math.log10(Math.max(1, value)) - least) / (most - least)) * (WIDTH - LABEL - 130));
  const rows = bars.map(({ label, value, note }, at) => {
    const y = 36 + at * (BAR + GAP);
    return `  <text x="${LABEL - 10}" y="${y + 14}" text-anchor="end">${escapeXml(label)}</text>
  <rect x="${LABEL}" y="${y}" width="${widthOf(value).toFixed(1)}" height="${BAR}" rx="2"/>
  <text x="${(LABEL + widthOf(value) + 8).toFixed(1)}" y="${y + 14}">${escapeXml(note)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeXml(title)}">
  <style>text{font:13px system-ui,sans-serif;fill:#333}rect{fill:#b4552d}.t{font-weight:600}@media(prefers-color-scheme:dark){text{fill:#ddd}}</style>
  <text class="t" x="0" y="18">${escapeXml(title)}</text>
${rows.join('\n')}
</svg>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
