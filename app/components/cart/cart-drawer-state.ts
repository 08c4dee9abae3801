/** Whether the drawer is open, and what is said in it first: what has just been added. */
export type CartDrawerState = { readonly isOpen: boolean; readonly said: string };

export const CLOSED: CartDrawerState = { isOpen: false, said: '' };

let state = CLOSED;
const listeners = new Set<() => void>();

export function openCartDrawer(said = ''): void {
  set({ isOpen: true, said });
}

export function closeCartDrawer(): void {
  if (state.isOpen) set(CLOSED);
}

export const readCartDrawer = (): CartDrawerState => state;

export function subscribeToCartDrawer(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function set(next: CartDrawerState): void {
  state = next;
  for (const listener of listeners) listener();
}
