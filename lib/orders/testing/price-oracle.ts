/**
 * What a basket costs, by the rules of docs/money.md and with exact integers: written from the page and not from the SQL,
 * so that the two can be compared.
 */

export type OracleOffer = {
  readonly price: bigint;
  readonly taxClass: string;
  readonly weightGrams: bigint;
  readonly isShipped: boolean;
  readonly isInCollection: boolean;
};

export type OracleRate = {
  readonly code: string;
  readonly currency: string;
  readonly price: bigint;
  readonly minSubtotal: bigint;
  readonly maxWeightGrams: bigint | null;
};

/** `region` is '' for the whole country; `country` is '*' for the rest of the world. */
export type OracleZone = {
  readonly country: string;
  readonly region: string;
  readonly rates: readonly OracleRate[];
};

export type OracleTax = {
  readonly region: string;
  readonly taxClass: string;
  readonly ratePpm: bigint;
  readonly included: boolean;
  readonly appliesToShipping: boolean;
};

export type OracleDiscount = {
  readonly kind: 'percentage' | 'amount' | 'free_shipping';
  readonly ratePpm: bigint;
  readonly amount: bigint;
  readonly currency: string | null;
  readonly minSubtotal: bigint | null;
  readonly hasCollection: boolean;
  readonly state: 'live' | 'switched-off' | 'not-started' | 'ended' | 'used-up';
};

export type OracleShop = {
  readonly country: string;
  readonly zones: readonly OracleZone[];
  /** All of the one country. */
  readonly taxes: readonly OracleTax[];
  /** By code; what is not here does not exist. */
  readonly discount: OracleDiscount | null;
};

export type OracleRequest = {
  readonly currency: string;
  readonly region: string;
  readonly method: string | null;
  readonly hasCode: boolean;
  /** `offer`: null for a variant that the shop does not have in this currency. */
  readonly lines: readonly {
    readonly id: string;
    readonly offer: OracleOffer | null;
    readonly quantity: bigint;
  }[];
};

type Line = {
  position: number;
  offer: OracleOffer;
  quantity: bigint;
  total: bigint;
  discount: bigint;
  tax: bigint;
  included: bigint;
};

/** Half away from zero, of what is never negative. */
const divide = (numerator: bigint, denominator: bigint) =>
  (2n * numerator + denominator) / (2n * denominator);

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

const atMost = (amount: bigint, limit: bigint) => [amount, limit].reduce((a, b) => (b < a ? b : a));

const MILLION = 1_000_000n;

/** Whole parts in proportion to the weights: down first, then a unit each to those that lost most. */
function allocate(amount: bigint, weights: readonly bigint[]): bigint[] {
  const whole = sum(weights);
  const parts = weights.map((weight) => (amount * weight) / whole);
  const lost = weights
    .map((weight, at) => ({ at, lost: (amount * weight) % whole }))
    .sort((a, b) => (a.lost === b.lost ? a.at - b.at : a.lost > b.lost ? -1 : 1));
  const left = Number(amount - sum(parts));
  for (const { at } of lost.slice(0, left)) parts[at] = (parts[at] ?? 0n) + 1n;
  return parts;
}

function mergeLines({ lines }: OracleRequest, problems: string[]): Line[] {
  const merged = new Map<string, Line>();
  for (const [position, { id, offer, quantity }] of lines.entries()) {
    const known = merged.get(id);
    if (offer === null) {
      const isFirst = lines.findIndex((line) => line.id === id) === position;
      if (isFirst) problems.push(`lines/${position}/variantId unknown-variant`);
    } else if (known) {
      known.quantity += quantity;
      known.total = known.quantity * offer.price;
    } else {
      merged.set(id, {
        position,
        offer,
        quantity,
        total: quantity * offer.price,
        discount: 0n,
        tax: 0n,
        included: 0n,
      });
    }
  }
  return [...merged.values()];
}

function findZone(shop: OracleShop, region: string): OracleZone | undefined {
  const places = [
    [shop.country, region],
    [shop.country, ''],
    ['*', region],
    ['*', ''],
  ];
  return places
    .map(([country, within]) => shop.zones.find((zone) => zone.country === country && zone.region === within))
    .find((zone) => zone !== undefined);
}

function chooseShipping(
  shop: OracleShop,
  request: OracleRequest,
  lines: readonly Line[],
  problems: string[],
): { price: bigint; method: string | null } {
  const shipped = lines.filter(({ offer }) => offer.isShipped);
  if (shipped.length === 0) return { price: 0n, method: null };
  const weight = sum(shipped.map(({ offer, quantity }) => offer.weightGrams * quantity));
  const subtotal = sum(lines.map(({ total }) => total));
  const inCurrency = (findZone(shop, request.region)?.rates ?? []).filter(
    (rate) => rate.currency === request.currency,
  );
  const [best] = inCurrency
    .filter((rate) => request.method === null || rate.code === request.method)
    .filter((rate) => subtotal >= rate.minSubtotal)
    .filter((rate) => rate.maxWeightGrams === null || weight <= rate.maxWeightGrams)
    .sort((a, b) => (a.price === b.price ? (a.code < b.code ? -1 : 1) : a.price < b.price ? -1 : 1));
  if (best) return { price: best.price, method: best.code };
  const isAboutMethod = request.method !== null && inCurrency.some((rate) => rate.code !== request.method);
  problems.push(
    isAboutMethod
      ? 'shippingMethod unknown-shipping-method'
      : 'shippingAddress/country no-shipping-to-country',
  );
  return { price: 0n, method: null };
}

/** Why the code is refused, or what it takes off lines (written into them) and shipping. */
function applyCode(
  discount: OracleDiscount | null,
  currency: string,
  lines: readonly Line[],
  shipping: bigint,
  isPriced: boolean,
): { reason: string } | { shipping: bigint } {
  if (discount === null || discount.state === 'switched-off') return { reason: 'unknown-discount-code' };
  if (discount.state === 'not-started') return { reason: 'discount-not-started' };
  if (discount.state === 'ended') return { reason: 'discount-ended' };
  if (discount.state === 'used-up') return { reason: 'discount-used-up' };
  if (discount.currency !== null && discount.currency !== currency)
    return { reason: 'discount-other-currency' };
  if (!isPriced) return { shipping: 0n };
  const eligible = lines.filter(({ offer }) => !discount.hasCollection || offer.isInCollection);
  if (eligible.length === 0) return { reason: 'discount-nothing-eligible' };
  const cost = sum(eligible.map(({ total }) => total));
  if (discount.minSubtotal !== null && cost < discount.minSubtotal)
    return { reason: 'discount-minimum-not-reached' };
  if (discount.kind === 'free_shipping')
    return shipping === 0n ? { reason: 'discount-nothing-eligible' } : { shipping };
  const off =
    discount.kind === 'percentage' ? divide(cost * discount.ratePpm, MILLION) : atMost(discount.amount, cost);
  if (off === 0n) return { reason: 'discount-nothing-eligible' };
  const parts = allocate(
    off,
    eligible.map(({ total }) => total),
  );
  for (const [at, line] of eligible.entries()) line.discount = parts[at] ?? 0n;
  return { shipping: 0n };
}

function taxOf(base: bigint, tax: OracleTax | undefined): { onTop: bigint; inside: bigint } {
  if (tax === undefined) return { onTop: 0n, inside: 0n };
  return tax.included
    ? { onTop: 0n, inside: divide(base * tax.ratePpm, MILLION + tax.ratePpm) }
    : { onTop: divide(base * tax.ratePpm, MILLION), inside: 0n };
}

/** The basket priced, or what is wrong with it as `path reason`. Amounts as decimal text, so that any difference shows. */
export function priceByTheBook(shop: OracleShop, request: OracleRequest) {
  const problems: string[] = [];
  const lines = mergeLines(request, problems);
  const shipping = chooseShipping(shop, request, lines, problems);
  let shippingOff = 0n;
  if (request.hasCode) {
    const applied = applyCode(shop.discount, request.currency, lines, shipping.price, problems.length === 0);
    if ('reason' in applied) problems.push(`discountCode ${applied.reason}`);
    else shippingOff = applied.shipping;
  }
  if (problems.length > 0) return { problems };

  const rateFor = (taxClass: string) =>
    [request.region, '']
      .map((region) => shop.taxes.find((tax) => tax.region === region && tax.taxClass === taxClass))
      .find((tax) => tax !== undefined);
  for (const line of lines) {
    const tax = taxOf(line.total - line.discount, rateFor(line.offer.taxClass));
    line.tax = tax.onTop;
    line.included = tax.inside;
  }
  const standard = rateFor('standard');
  const shippingTax = taxOf(shipping.price - shippingOff, standard?.appliesToShipping ? standard : undefined);

  const subtotal = sum(lines.map(({ total }) => total));
  const tax = sum(lines.map((line) => line.tax)) + shippingTax.onTop;
  const discount = sum(lines.map((line) => line.discount)) + shippingOff;
  return {
    lines: lines.map((line) => ({
      position: line.position,
      quantity: String(line.quantity),
      lineTotal: String(line.total),
      discount: String(line.discount),
      tax: String(line.tax),
      taxIncluded: String(line.included),
    })),
    subtotal: String(subtotal),
    shipping: String(shipping.price),
    shippingMethod: shipping.method,
    shippingTax: String(shippingTax.onTop),
    tax: String(tax),
    taxIncluded: String(sum(lines.map((line) => line.included)) + shippingTax.inside),
    discount: String(discount),
    total: String(subtotal + shipping.price + tax - discount),
  };
}
