import { addressLines, type PostalAddress } from '@/lib/kernel/address-lines';
import { LOCALE } from './format';

/** An address, a line each, as the post of its country reads it. */
export function Address({ of }: { of: PostalAddress }) {
  return (
    <address className="not-italic">
      {addressLines(of, LOCALE).map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines of an address may read the same, and none has another name
        <span key={at} className="block break-words">
          {text}
        </span>
      ))}
    </address>
  );
}
