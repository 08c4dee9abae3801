import type { StoredLine } from '@/app/components/cart/stored-cart';
import type { Order } from '@/lib/orders/model';

/** An order as checkout answers it: with the token that opens it. */
export type OwnOrder = Order & { readonly token: string };

/** What this browser remembers of an order: how to open it, and what was in it in case its time runs out. */
export type StoredOrder = {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: string;
  readonly isOpen: boolean;
  readonly lines: readonly StoredLine[];
};

const KEY = 'doorbuster:orders';
const MOST = 20;

/** Newest first. */
export function readStoredOrders(): readonly StoredOrder[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? (stored as StoredOrder[]).filter(isSound) : [];
  } catch {
    return [];
  }
}

export function findStoredOrder(id: string): StoredOrder | undefined {
  return readStoredOrders().find((order) => order.id === id);
}

/** Remembers an order, or what has become of it. Lines are kept from the first time. */
export function rememberOrder(order: OwnOrder, lines?: readonly StoredLine[]): void {
  const known = findStoredOrder(order.id);
  const entry: StoredOrder = {
    id: order.id,
    token: order.token,
    expiresAt: order.expiresAt,
    isOpen: order.status === 'pending',
    lines: lines ?? known?.lines ?? [],
  };
  const others = readStoredOrders().filter(({ id }) => id !== order.id);
  try {
    localStorage.setItem(KEY, JSON.stringify([entry, ...others].slice(0, MOST)));
  } catch {
    // Without storage the address in the bar still opens the order.
  }
}

/** The address of an order's page. The token stands behind the #, which browsers keep to themselves. */
export function orderPath({ id, token }: { id: string; token: string }): string {
  return `/orders/${id}#${token}`;
}

function isSound(order: Partial<StoredOrder> | null): boolean {
  return (
    typeof order?.id === 'string' &&
    typeof order.token === 'string' &&
    typeof order.expiresAt === 'string' &&
    Array.isArray(order.lines)
  );
}
