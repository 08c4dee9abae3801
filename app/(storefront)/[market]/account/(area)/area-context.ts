'use client';

import { createContext, useContext } from 'react';
import type { Customer } from '@/lib/customers/model';

type Area = {
  readonly customer: Customer;
  /** Whoever was signed in is so no more: a call was refused for it, or they left. */
  readonly onSignedOut: () => void;
  readonly onErased: (orderCount: number) => void;
  /** Something that the area shows of the customer is another. */
  readonly onChanged: (customer: Customer) => void;
};

export const AreaContext = createContext<Area | null>(null);

/** Who is signed in, for what stands inside the area: it is shown to nobody else. */
export function useArea(): Area {
  const area = useContext(AreaContext);
  if (area === null) throw new Error('Only inside the account’s area.');
  return area;
}
