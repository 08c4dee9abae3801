import { describe, expect, test } from 'vitest';
import { cleanDescription } from './clean-description';

const clean = (html: string) => cleanDescription(html).html;

describe('a cleaned description', () => {
  test('keeps what is text and structure', () => {
    const html =
      '<h2>Paper</h2><p>On <strong>cotton</strong>,<br />by <em>hand</em>.</p><ul><li>A &amp; B</li></ul>';
    expect(clean(html)).toBe(html);
  });

  test('loses scripts, handlers, styles, frames and pictures, with what is inside them', () => {
    const html = `<p onclick="steal()" style="position:fixed" class="x">Kept</p><script>steal()</script><style>p{}</style>
      <img src=x onerror="steal()"><iframe src="//evil.example">steal</iframe><svg><script>steal()</script></svg>`;
    expect(clean(html).trim()).toBe('<p>Kept</p>');
  });

  test.each([
    'javascript:steal()',
    'JaVaScRiPt:steal()',
    ' javascript:steal()',
    'java\nscript:steal()',
    '&#106;avascript:steal()',
    'data:text/html,steal',
    'vbscript:steal',
    '//evil.example',
  ])('a link to %j leads nowhere', (href) => {
    expect(clean(`<a href="${href}">link</a>`)).not.toMatch(/steal|evil/);
  });

  test('links say that the shop does not vouch for them', () => {
    expect(clean('<a href="https://example.com/a?b=1" target="_blank" rel="opener">x</a>')).toBe(
      '<a href="https://example.com/a?b=1" rel="nofollow noopener">x</a>',
    );
  });

  test.each([
    '<p>open',
    '<<p>>',
    '<p <b>',
    '</p></p>',
    '<!--<script>-->',
    '<!DOCTYPE html><html><body>x',
    '<p>&lt;script&gt;</p>',
    '<noscript><p title="</noscript><img src=x onerror=steal()>">',
    '<math><mi//xlink:href="data:x,<script>steal()</script>">',
    '<table><tr><td>1</table>',
  ])('cleaning twice is cleaning once: %s', (html) => {
    const once = clean(html);
    expect(clean(once)).toBe(once);
    expect(once).not.toMatch(/<script|onerror|<svg|<math|<noscript/i);
  });

  test('its text is the words alone, apart where lines end', () => {
    const { text } = cleanDescription(
      '<h1>Big</h1><p>One&nbsp;two<br>three</p><ul><li>A &amp; B</li><li>&lt;C&gt;</li></ul>',
    );
    expect(text).toBe('Big One two three A & B <C>');
  });

  test('lines that are made of divs, as many editors do, stay apart', () => {
    const { html, text } = cleanDescription('<div class="x">One</div><div>two</div>');
    expect(html).toBe('<div>One</div><div>two</div>');
    expect(text).toBe('One two');
  });

  test('nothing stays nothing', () => {
    expect(cleanDescription('')).toEqual({ html: '', text: '' });
    expect(cleanDescription('<script>x</script>')).toEqual({ html: '', text: '' });
  });
});
