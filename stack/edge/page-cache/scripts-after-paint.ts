/** Written by a page that keeps what is tapped while it has no scripts, and says when it is painted (app/components/first-paint.tsx). */
const MAY_WAIT = '<script id="first-paint">';
const PRELOAD = /<link rel="preload" as="script"[^>]*>/g;
const SCRIPT = /<script src="(\/_next\/static\/[^"]+)" async="">\s*<\/script>/g;

/**
 * A page whose scripts are asked for after its first paint. A browser with one round of HTTP/1.1 connections fetches `async`
 * scripts beside the stylesheet and the first picture, and each takes its share of a slow line from what is to be seen. Pages
 * that do not say that they can wait are left as they are.
 */
export function scriptsAfterPaint(html: string): string {
  const end = html.lastIndexOf('</body>');
  if (end < 0 || !html.includes(MAY_WAIT)) return html;
  const scripts = [...new Set([...html.matchAll(SCRIPT)].map(([, src = '']) => src))];
  if (scripts.length === 0) return html;
  const without = (part: string) => part.replaceAll(PRELOAD, '').replaceAll(SCRIPT, '');
  return `${without(html.slice(0, end))}<script>${loader(scripts)}</script>${html.slice(end)}`;
}

function loader(scripts: readonly string[]): string {
  return (
    `afterPaint(()=>{for(const src of ${JSON.stringify(scripts).replaceAll('<', '\\u003c')}){` +
    `const e=document.createElement('script');e.async=true;e.setAttribute('src',src);document.head.append(e)}})`
  );
}
