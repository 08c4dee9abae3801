import { expect, test } from 'vitest';
import { aboutSession } from './session-about';

const about = (agent: string, address: string) =>
  aboutSession(new Headers({ 'user-agent': agent, 'x-forwarded-for': address }));

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge on Windows',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605 Version/18 Safari/605', 'Safari on Mac'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) CriOS/140 Mobile Safari/604', 'Chrome on iPhone'],
  ['curl/8.5.0', 'curl'],
  ['<script>alert(1)</script>', 'Unknown device'],
])('%s is a %s', (agent, device) => {
  expect(about(agent, '203.0.113.77').device).toBe(device);
});

test('no whole address is kept of anybody', () => {
  expect(about('', '203.0.113.77').network).toBe('203.0.113.x');
  expect(about('', '2001:db8:aaaa:bbbb::1').network).toBe('2001:db8:aaaa:…');
  expect(about('', 'nonsense').network).toBe('unknown');
  expect(about('', '::1').network).toBe('this machine');
});
