const NUMBERS = /^(\[.*\]|[\d.]+)$/;
const LOCAL = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)\.?$/;

/**
 * Why we would never call this address, or null. What its name leads to is looked at when it is called (lib/platform/open-remote.ts):
 * here is refused what can be seen from the text alone, so that whoever wrote it is told.
 */
export function webhookUrlFault(text: string): string | null {
  if (!URL.canParse(text)) return 'Must be an address, as https://shop-tools.example/doorbuster.';
  const url = new URL(text);
  if (url.protocol !== 'https:') return 'Must begin with https://.';
  if (url.username !== '' || url.password !== '') return 'Must not carry a name or a password.';
  if (url.hash !== '') return 'Must not have a part after #.';
  if (url.port !== '') return 'Must be on the usual port, 443.';
  if (NUMBERS.test(url.hostname)) return 'Must name its server, not number it.';
  if (LOCAL.test(url.hostname) || !url.hostname.includes('.')) return 'Must be an address of the public web.';
  return null;
}
