import type { Line } from './operations';

/** What an operation was told: all that the model learns from. */
export type Heard =
  | {
      readonly kind: 'placed';
      readonly purchase: number;
      readonly orderId: string;
      readonly isReplay: boolean;
    }
  | {
      readonly kind: 'refused';
      readonly purchase: number;
      readonly reason: string;
      readonly orderId?: string;
    }
  | { readonly kind: 'cut-short'; readonly purchase: number }
  | { readonly kind: 'payment-started'; readonly purchase: number; readonly paymentId: string }
  | { readonly kind: 'payment-ended'; readonly paymentId: string; readonly result: 'succeeded' | 'declined' }
  | { readonly kind: 'cancelled'; readonly purchase: number }
  | { readonly kind: 'refunded'; readonly purchase: number; readonly restocked: readonly Line[] }
  | {
      readonly kind: 'stock-changed';
      readonly variant: number;
      readonly before: number | null;
      readonly after: number | null;
    };

/** What the database holds while nobody is at work. */
export type Shelf = {
  /** Free units by variant; null when it is not counted. */
  readonly levels: readonly (number | null)[];
  readonly orders: readonly {
    readonly id: string;
    readonly purchase: number;
    readonly status: string;
    /** The variants whose units it claimed; it claims none of what is not counted. */
    readonly claimed: readonly number[];
    /** The status of each attempt to pay. */
    readonly payments: Readonly<Record<string, string>>;
  }[];
};

export const SOLD: readonly string[] = ['paid', 'partially_refunded', 'refunded'];

/** What ran side by side. */
export type Group = {
  /** How many steps. */
  readonly width: number;
  /** The purchases among them, repeated ones as often as they ran, and those whose late payment may claim anew. */
  readonly purchases: readonly number[];
  /** The variants of which something else than a purchase may have taken any number. */
  readonly takers: ReadonlySet<number>;
};

/** What a purchase asks for: a line a variant. */
export type Purchase = { readonly wants: readonly Line[]; readonly cart: number | null };

type Order = {
  readonly id: string;
  readonly purchase: number;
  readonly wants: readonly Line[];
  claimed: Set<number>;
  isCutShort: boolean;
  end: 'expired' | 'cancelled' | null;
  hasRefund: boolean;
  /** What each attempt was heard to come to; refunded: taken too late, and given back. */
  readonly payments: Map<string, 'running' | 'declined' | 'succeeded' | 'refunded'>;
};

/** A promise that was broken. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

/** Lines of one variant are one line. */
export function merge(lines: readonly Line[]): Line[] {
  const wanted = new Map<number, number>();
  for (const { variant, quantity } of lines) wanted.set(variant, (wanted.get(variant) ?? 0) + quantity);
  return [...wanted].map(([variant, quantity]) => ({ variant, quantity }));
}

/**
 * A shop's stock as anybody would keep it on a sheet of paper: what is free by variant, and the orders. It is told what
 * operations were answered, a group that ran side by side at a time, and says what the database must hold afterwards.
 */
export class StockModel {
  readonly #levels: (number | null)[];
  readonly #purchases: ReadonlyMap<number, Purchase>;
  readonly #orders = new Map<number, Order>();

  constructor(levels: readonly (number | null)[], purchases: ReadonlyMap<number, Purchase>) {
    this.#levels = [...levels];
    this.#purchases = purchases;
  }

  /** Takes in what a group was told, then compares with what the database holds. Throws a Violation. */
  advance(group: Group, heard: readonly Heard[], shelf: Shelf): void {
    this.#judgeRefusals(group, heard);
    const blurred = group.width > 1 ? findBlurred(heard) : new Set<number>();
    const placed = heard.flatMap((said) => (said.kind === 'placed' ? [said] : []));
    // The one that placed it first: a repetition may have been heard before it.
    for (const said of placed.toSorted((a, b) => Number(a.isReplay) - Number(b.isReplay))) this.#place(said);
    // What was told first is not what happened first: an attempt may be heard to end before it is heard to start, and to be
    // declined after it has succeeded. Which word was the last in the database is compared below.
    const turn = (said: Heard) => (said.kind !== 'payment-ended' ? 0 : said.result === 'succeeded' ? 2 : 1);
    for (const said of heard.toSorted((a, b) => turn(a) - turn(b))) this.#hear(said);
    this.#compareOrders(group, heard, shelf, blurred);
    this.#compareLevels(shelf, blurred);
  }

  /** Units of sold and of held orders by variant; after the last sweep nothing else is taken. */
  totals(): { sold: number[]; held: number[] } {
    const sold = this.#levels.map(() => 0);
    const held = this.#levels.map(() => 0);
    for (const order of this.#orders.values()) {
      if (order.end !== null) continue;
      const side = isPaid(order) ? sold : held;
      for (const { variant, quantity } of order.wants) side[variant] = (side[variant] ?? 0) + quantity;
    }
    return { sold, held };
  }

  /** Nobody may be told "sold out" while enough was free however much everybody else took. */
  #judgeRefusals(group: Group, heard: readonly Heard[]): void {
    for (const said of heard) {
      if (said.kind !== 'refused') continue;
      const others = [...group.purchases];
      others.splice(others.indexOf(said.purchase), 1);
      const isWrong = {
        'out-of-stock': () => this.#isServable(said.purchase, others, group.takers),
        'cart-already-ordered': () => !this.#isCartOrdered(said.purchase, others),
        // Given up after seconds: with nobody beside it there is nothing to wait for.
        contended: () => group.width === 1,
      }[said.reason];
      if (isWrong?.() ?? true) {
        const wants = JSON.stringify(this.#purchaseOf(said.purchase).wants);
        throw new Violation(
          `purchase ${said.purchase} of ${wants} was told ${said.reason}, of levels ${this.#levels}`,
        );
      }
    }
  }

  #isServable(purchase: number, others: readonly number[], takers: ReadonlySet<number>): boolean {
    return this.#purchaseOf(purchase).wants.every(({ variant, quantity }) => {
      const level = this.#levels[variant] ?? null;
      if (takers.has(variant)) return false;
      if (level === null) return true;
      const rivals = countOf(
        variant,
        others.flatMap((other) => this.#purchaseOf(other).wants),
      );
      return level + this.#due(variant) - rivals >= quantity;
    });
  }

  #isCartOrdered(purchase: number, others: readonly number[]): boolean {
    const { cart } = this.#purchaseOf(purchase);
    const live = [...this.#orders.values()].filter(({ end }) => end === null).map((order) => order.purchase);
    return [...live, ...others].some((other) => other !== purchase && this.#purchaseOf(other).cart === cart);
  }

  /** The units that orders past their deadline hold: free for whoever asks. */
  #due(variant: number): number {
    const due = [...this.#orders.values()].filter((order) => isDue(order) && order.claimed.has(variant));
    return countOf(
      variant,
      due.flatMap((order) => order.wants),
    );
  }

  #place({ purchase, orderId: id, isReplay }: Heard & { readonly kind: 'placed' }): void {
    const known = this.#orders.get(purchase);
    if (known !== undefined && known.id !== id)
      throw new Violation(`one key, two orders: ${known.id} and ${id}`);
    if (known !== undefined && !isReplay)
      throw new Violation(`one key, placed twice as if it were new: ${id}`);
    if (known !== undefined) return;
    if (isReplay) throw new Violation(`a repetition of ${id}, which nobody was told of`);
    const { wants } = this.#purchaseOf(purchase);
    const claimed = new Set<number>();
    for (const { variant, quantity } of wants) {
      const level = this.#levels[variant];
      if (level === null || level === undefined) continue;
      claimed.add(variant);
      this.#levels[variant] = level - quantity;
    }
    this.#orders.set(purchase, {
      id,
      purchase,
      wants,
      claimed,
      isCutShort: false,
      end: null,
      hasRefund: false,
      payments: new Map(),
    });
  }

  #hear(said: Heard): void {
    switch (said.kind) {
      case 'cut-short': {
        this.#orderOf(said.purchase).isCutShort = true;
        break;
      }
      case 'payment-started': {
        this.#orderOf(said.purchase).payments.set(said.paymentId, 'running');
        break;
      }
      case 'payment-ended': {
        const order = [...this.#orders.values()].find(({ payments }) => payments.has(said.paymentId));
        const before = order?.payments.get(said.paymentId);
        // That money was taken is the last word, also after a decline.
        if (before !== 'running' && !(before === 'declined' && said.result === 'succeeded'))
          throw new Violation(`payment ${said.paymentId} was ${before}, then ${said.result}`);
        order?.payments.set(said.paymentId, said.result);
        break;
      }
      case 'refunded': {
        this.#orderOf(said.purchase).hasRefund = true;
        for (const { variant, quantity } of said.restocked) this.#putBack(variant, quantity);
        break;
      }
      case 'stock-changed': {
        const level = this.#levels[said.variant];
        if (said.before === null || said.after === null) this.#levels[said.variant] = said.after;
        else if (level !== null && level !== undefined)
          this.#levels[said.variant] = level + said.after - said.before;
        break;
      }
      case 'placed':
      case 'refused':
      case 'cancelled':
        break;
    }
  }

  #compareOrders(group: Group, heard: readonly Heard[], shelf: Shelf, blurred: ReadonlySet<number>): void {
    const found = new Map(shelf.orders.map((order) => [order.purchase, order]));
    if (found.size !== shelf.orders.length || found.size !== this.#orders.size)
      throw new Violation(`${shelf.orders.length} orders in the database, ${this.#orders.size} in the model`);
    const cancelled = new Set(heard.flatMap((said) => (said.kind === 'cancelled' ? [said.purchase] : [])));
    for (const order of this.#orders.values()) {
      const stored = found.get(order.purchase);
      if (stored === undefined || stored.id !== order.id)
        throw new Violation(`order ${order.id} of purchase ${order.purchase} is not in the database`);
      for (const variant of blurred) copyClaim(order, stored, variant);
      this.#comparePayments(order, stored);
      if (cancelled.has(order.purchase)) this.#end(order, 'cancelled');
      else if (isDue(order) && stored.status === 'expired') this.#end(order, 'expired');
      else if (order.end === 'expired' && isPaid(order)) this.#reclaim(order, stored);
      else if (group.width === 1 && order.end === 'expired') this.#judgeLatePayment(order, heard);
      if (order.end === null && !isPaid(order) && [...order.payments.values()].includes('refunded'))
        throw new Violation(`order ${order.id} is live, and money that came for it went back`);
      const expected = order.end ?? (isPaid(order) ? (order.hasRefund ? 'refunded' : 'paid') : 'pending');
      if (stored.status !== expected && !(expected === 'refunded' && stored.status === 'partially_refunded'))
        throw new Violation(`order ${order.id} is ${stored.status}, the model says ${expected}`);
    }
  }

  /** Whether money that came was kept or goes back, the answer does not tell; that one payment at most is kept, it must be. */
  #comparePayments(order: Order, stored: Shelf['orders'][number]): void {
    for (const [id, state] of order.payments) {
      const status = stored.payments[id];
      if (state === 'succeeded' && status === 'refunded') order.payments.set(id, 'refunded');
      else if (status !== (state === 'running' ? status : state) || (state === 'running' && isFinal(status)))
        throw new Violation(`payment ${id} is ${status}, the model says ${state}`);
    }
    const kept = [...order.payments.values()].filter((state) => state === 'succeeded');
    if (kept.length > 1) throw new Violation(`order ${order.id} is paid ${kept.length} times`);
  }

  /** A payment that landed late, with nobody else at work, has its units if they are free. */
  #judgeLatePayment(order: Order, heard: readonly Heard[]): void {
    const isLate = heard.some(
      (said) =>
        said.kind === 'payment-ended' && said.result === 'succeeded' && order.payments.has(said.paymentId),
    );
    const { cart } = this.#purchaseOf(order.purchase);
    if (!isLate || (cart !== null && this.#isCartOrdered(order.purchase, []))) return;
    if (this.#isServable(order.purchase, [], new Set()))
      throw new Violation(`order ${order.id} was paid late and did not get its units, which were free`);
  }

  /** Its units go back to the shelf, unless the variant is not counted any more. */
  #end(order: Order, end: 'expired' | 'cancelled'): void {
    // Paid late, claimed anew and cancelled while others were at work: its units are where they were.
    const wasOver = order.end !== null;
    order.end = end;
    if (wasOver) return;
    for (const { variant, quantity } of order.wants)
      if (order.claimed.has(variant)) this.#putBack(variant, quantity);
  }

  /** Takes its units once more; what is not counted now has none to take. */
  #reclaim(order: Order, stored: Shelf['orders'][number]): void {
    order.end = null;
    for (const { variant, quantity } of order.wants) {
      copyClaim(order, stored, variant);
      this.#putBack(variant, -quantity);
    }
  }

  #putBack(variant: number, units: number): void {
    const level = this.#levels[variant] ?? null;
    if (level !== null) this.#levels[variant] = level + units;
  }

  #compareLevels(shelf: Shelf, blurred: ReadonlySet<number>): void {
    for (const [variant, found] of shelf.levels.entries()) {
      if (blurred.has(variant)) this.#levels[variant] = found;
      const level = this.#levels[variant] ?? null;
      if (level !== null && level < 0)
        throw new Violation(`variant ${variant} is oversold by ${-level}; the database says ${found}`);
      if (level !== found)
        throw new Violation(
          `variant ${variant} has ${found} free in the database, and ${level} by what operations were told`,
        );
    }
  }

  #purchaseOf(at: number): Purchase {
    const purchase = this.#purchases.get(at);
    if (purchase === undefined) throw new Error(`step ${at} is no purchase`);
    return purchase;
  }

  #orderOf(purchase: number): Order {
    const order = this.#orders.get(purchase);
    if (order === undefined)
      throw new Violation(`purchase ${purchase} has no order, and something happened to it`);
    return order;
  }
}

const countOf = (variant: number, lines: readonly Line[]) =>
  lines.reduce((sum, line) => sum + (line.variant === variant ? line.quantity : 0), 0);

/** Variants that began or ceased to be counted while others were at work: who came before, no answer tells. */
function findBlurred(heard: readonly Heard[]): Set<number> {
  return new Set(
    heard.flatMap((said) =>
      said.kind === 'stock-changed' && (said.before === null) !== (said.after === null) ? [said.variant] : [],
    ),
  );
}

function copyClaim(order: Order, stored: Shelf['orders'][number], variant: number): void {
  if (stored.claimed.includes(variant)) order.claimed.add(variant);
  else order.claimed.delete(variant);
}

const isFinal = (status: string | undefined) => status !== 'processing' && status !== 'in-doubt';
const isPaid = ({ payments }: Order) => [...payments.values()].includes('succeeded');
const isDue = (order: Order) =>
  order.isCutShort &&
  order.end === null &&
  !isPaid(order) &&
  ![...order.payments.values()].includes('running');
