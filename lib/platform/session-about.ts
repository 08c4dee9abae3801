import { clientAddress } from './client-address';
import type { SessionAbout } from './sessions';

/** In this order: each of them also calls itself by the names of those below it. */
const BROWSERS = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
  ['curl', /^curl\//],
] as const;

const SYSTEMS = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMac OS X\b|\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const;

const nameOf = (table: readonly (readonly [string, RegExp])[], text: string) =>
  table.find(([, sign]) => sign.test(text))?.[0];

/** What tells a person their sessions apart: browser and system, and the network that it came from, never the whole address. */
export function aboutSession(headers: Headers): SessionAbout {
  const agent = headers.get('user-agent') ?? '';
  const names = [nameOf(BROWSERS, agent), nameOf(SYSTEMS, agent)].filter((name) => name !== undefined);
  return { device: names.join(' on ') || 'Unknown device', network: coarse(clientAddress(headers)) };
}

/** `203.0.113.x`, or the first 48 bits of an IPv6 address. */
function coarse(address: string): string {
  if (address.startsWith('127.') || address === '0:0:0:0::/64') return 'this machine';
  if (address.includes(':')) return `${address.split(':').slice(0, 3).join(':')}:…`;
  const parts = address.split('.');
  return parts.length === 4 ? `${parts.slice(0, 3).join('.')}.x` : address;
}
