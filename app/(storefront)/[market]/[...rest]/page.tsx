import { notFound } from 'next/navigation';

// Nothing is kept of addresses that do not exist: there is no end of them.
export const dynamic = 'force-dynamic';

/** Whatever no other page answers, so that a wrong address gets the shop's own page in the market's language. */
export default function UnknownPage(): never {
  notFound();
}
