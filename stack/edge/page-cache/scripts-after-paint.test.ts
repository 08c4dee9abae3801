import { describe, expect, test } from 'vitest';
import { FirstPaint } from '@/app/components/first-paint';
import { scriptsAfterPaint } from './scripts-after-paint';

const HEAD =
  '<html><head><link rel="stylesheet" href="/_next/static/chunks/a.css"/>' +
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/start.js"/>' +
  '<script src="/_next/static/chunks/one.js" async=""></script><script src="/_next/static/chunks/two.js" async=""></script>' +
  '<script src="/_next/static/chunks/old.js" noModule=""></script></head><body>';
const TAIL =
  '<script src="/_next/static/chunks/start.js" async=""></script><script>self.__next_f=[]</script></body></html>';
const KEEP = '<script id="first-paint">afterPaint()</script>';

const sourcesOf = (html: string) => [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => src);

describe('scriptsAfterPaint', () => {
  test('leaves a page as it is that would lose what is tapped', () => {
    expect(scriptsAfterPaint(HEAD + TAIL)).toBe(HEAD + TAIL);
  });

  test('leaves a page as it is that has nothing to wait for', () => {
    expect(scriptsAfterPaint(`<html><body>${KEEP}</body></html>`)).toBe(`<html><body>${KEEP}</body></html>`);
  });

  test('is heeded by the pages that can wait', () => {
    expect(KEEP).toContain(`<script id="${FirstPaint().props.id}">`);
  });

  describe('of a page that can wait', () => {
    const sent = scriptsAfterPaint(HEAD + KEEP + TAIL);

    test('asks for no script that may wait, and leaves what is not for the browsers of today', () => {
      expect(sourcesOf(sent)).toEqual(['/_next/static/chunks/old.js']);
      expect(sent).not.toContain('as="script"');
    });

    test('names each script once, in its order', () => {
      const [, list = ''] = /src of (\[.*?\])\)/.exec(sent) ?? [];
      expect(JSON.parse(list)).toEqual(
        ['one', 'two', 'start'].map((name) => `/_next/static/chunks/${name}.js`),
      );
    });

    test('keeps all else', () => {
      for (const kept of [
        'rel="stylesheet"',
        KEEP,
        '<script>self.__next_f=[]</script>',
        '</script></body></html>',
      ])
        expect(sent).toContain(kept);
    });
  });
});
