import { type Colour, contrast } from '@/lib/kernel/colour';
import type { ShippingZoneId, TaxRateId } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';

export const TAX_DISPLAYS = ['included', 'excluded'] as const;
export const TAX_CLASSES = ['standard', 'exempt'] as const;

/** The colour that means "act": one for light paper, one for dark. */
export type Accent = { readonly light: Colour; readonly dark: Colour };

/** The shop's mark: how wide and high it is as a file. It is shown at half of that, sharp on every screen. */
export type Logo = { readonly url: string; readonly width: number; readonly height: number };

/** What the accent stands on as text and as lines: paper and ground of app/globals.css, in either theme. */
export const PAPERS: Readonly<Record<keyof Accent, readonly Colour[]>> = {
  light: ['#ffffff', '#f3f1ec'],
  dark: ['#121211', '#1d1c1a'],
};

/** What WCAG asks of text. */
export const LEAST_CONTRAST = 4.5;

/** How well an accent is read where it is read worst. */
export const accentContrast = (theme: keyof Accent, colour: Colour): number =>
  Math.min(...PAPERS[theme].map((paper) => contrast(colour, paper)));

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
  /** Where it is at home: lines of text. */
  readonly address: string;
  /** null: the one it comes with. */
  readonly accent: Accent | null;
  readonly logo: Logo | null;
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
