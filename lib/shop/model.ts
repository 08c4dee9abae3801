import type { ShippingZoneId, TaxRateId } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';

export const TAX_DISPLAYS = ['included', 'excluded'] as const;
export const TAX_CLASSES = ['standard', 'exempt'] as const;

/** All that a merchant may set of the shop itself. */
export type Settings = {
  readonly name: string;
  readonly currency: string;
  /** All that it sells in, its own first. Prices are given in each; nothing is converted. */
  readonly currencies: readonly string[];
  readonly country: string;
  readonly timeZone: string;
  readonly taxDisplay: (typeof TAX_DISPLAYS)[number];
  readonly mailSender: string;
  /** At how many units left the owner is told. */
  readonly lowStockThreshold: number;
  readonly updatedAt: string;
};

/** A country, a part of one, or with `*` the rest of the world. */
export type Place = { readonly country: string; readonly region?: string | undefined };

export type ShippingRate = {
  readonly code: string;
  readonly title: string;
  readonly price: Money;
  readonly minSubtotal?: Money | undefined;
  readonly maxWeightGrams?: number | undefined;
  /** What it is called in other languages than the shop's own, by language. */
  readonly translations?: Readonly<Record<string, { readonly title: string }>> | undefined;
};

/** Where the shop ships to, and for how much. */
export type ShippingZone = {
  readonly id: ShippingZoneId;
  readonly name: string;
  readonly countries: readonly Place[];
  readonly rates: readonly ShippingRate[];
};

export type TaxRate = {
  readonly id: TaxRateId;
  readonly country: string;
  readonly region?: string | undefined;
  readonly taxClass: (typeof TAX_CLASSES)[number];
  readonly name: string;
  readonly ratePpm: number;
  readonly included: boolean;
  readonly appliesToShipping: boolean;
};
