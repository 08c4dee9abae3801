import type { Cart } from '@/lib/cart/model';
import type { Money } from '@/lib/kernel/money';

/** How a line looks: only this browser knows it, and the cart works without. */
export type LineLook = { readonly slug: string; readonly picture: string | null };

export type StoredLine = {
  readonly variantId: string;
  readonly quantity: number;
  readonly look: LineLook;
  /** What one cost when the shopper last said how many: a price that changed since is pointed out. */
  readonly price?: Money | undefined;
};

/**
 * What this browser remembers of its cart: enough to make it again when the shop has forgotten it, and to show it
 * before the shop has answered.
 */
export type StoredCart = {
  readonly id: string | null;
  readonly lines: readonly StoredLine[];
  /** The shop's last answer; null when it is not known here. */
  readonly cart: Cart | null;
};

const KEY = 'doorbuster:cart';

export const EMPTY_CART: StoredCart = { id: null, lines: [], cart: null };

let current: StoredCart | undefined;
const listeners = new Set<() => void>();

/** The same object until something changes, as useSyncExternalStore asks for. */
export function readStoredCart(): StoredCart {
  current ??= load();
  return current;
}

export function writeStoredCart(cart: StoredCart): void {
  current = cart;
  try {
    localStorage.setItem(KEY, JSON.stringify(cart));
  } catch {
    // Storage is full or forbidden: the cart then lives as long as this page.
  }
  for (const listener of listeners) listener();
}

/** Hears of changes made here and in other tabs. */
export function subscribeToStoredCart(listener: () => void): () => void {
  if (listeners.size === 0) {
    // It may have changed in another tab while nobody listened.
    current = undefined;
    addEventListener('storage', onStorage);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('storage', onStorage);
  };
}

function onStorage(event: StorageEvent): void {
  if (event.key !== null && event.key !== KEY) return;
  current = undefined;
  for (const listener of listeners) listener();
}

function load(): StoredCart {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<StoredCart> | null;
    if (typeof stored !== 'object' || stored === null || !Array.isArray(stored.lines)) return EMPTY_CART;
    const lines = (stored.lines as StoredLine[]).filter(isSound);
    const id = typeof stored.id === 'string' ? stored.id : null;
    return { id, lines, cart: isCart(stored.cart) ? stored.cart : null };
  } catch {
    return EMPTY_CART;
  }
}

/** Storage is the visitor's to edit, and an earlier release may have written it. */
function isSound(line: Partial<StoredLine> | null): boolean {
  return (
    typeof line?.variantId === 'string' &&
    Number.isInteger(line.quantity) &&
    typeof line.look?.slug === 'string' &&
    (line.look.picture === null || typeof line.look.picture === 'string') &&
    (line.price === undefined || isMoney(line.price))
  );
}

function isCart(cart: Partial<Cart> | null | undefined): cart is Cart {
  return (
    typeof cart?.id === 'string' &&
    isMoney(cart.subtotal) &&
    Array.isArray(cart.lines) &&
    cart.lines.every(
      (line: Partial<Cart['lines'][number]> | null) =>
        typeof line?.variantId === 'string' &&
        typeof line.title === 'string' &&
        Number.isInteger(line.quantity) &&
        Array.isArray(line.options) &&
        isMoney(line.unitPrice) &&
        isMoney(line.lineTotal),
    )
  );
}

function isMoney(money: Partial<Money> | null | undefined): boolean {
  return Number.isInteger(money?.amount) && /^[A-Z]{3}$/.test(money?.currency ?? '');
}
