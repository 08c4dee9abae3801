import { type ApiResult, callApi } from '@/app/components/api/call-api';
import { DEFAULT_MARKET } from '@/app/components/market/markets';
import type { Cart } from '@/lib/cart/model';
import { inTurn } from './in-turn';
import { EMPTY_CART, type LineLook, readStoredCart, type StoredLine, writeStoredCart } from './stored-cart';

export const MAX_QUANTITY = 99;

const noCart = { ok: true, value: null, serverTimeMs: null } as const;

const UNKNOWN_LOOK: LineLook = { slug: '', picture: null };

/** What this page's prices are in, so what a cart is to be in. */
const pageCurrency = () => document.documentElement.dataset.currency;

/** What this page is written in, as a parameter: what a cart holds is to be called so, too. */
function inPageLanguage(): '' | `?language=${string}` {
  const { lang } = document.documentElement;
  return lang === DEFAULT_MARKET.language ? '' : `?language=${lang}`;
}

/** The cart's id, once it is priced as this page is: it may have been filled in another market. */
async function cartInPageCurrency(): Promise<string | null> {
  const { id, cart } = readStoredCart();
  const currency = pageCurrency();
  if (id === null || cart === null || currency === undefined || cart.subtotal.currency === currency)
    return id;
  const turned = await callApi<Cart>(`/api/carts/${id}${inPageLanguage()}`, {
    method: 'PATCH',
    body: { currency },
  });
  keep(turned, undefined, withoutPrices(readStoredCart().lines));
  return id;
}

/** Puts units of a variant into the cart, on top of those that are there. */
export function addToCart(variantId: string, quantity: number, look: LineLook): Promise<ApiResult<Cart>> {
  return inTurn(() => {
    const held = readStoredCart().lines.find((line) => line.variantId === variantId)?.quantity ?? 0;
    return putLine(variantId, Math.min(held + quantity, MAX_QUANTITY), look);
  });
}

/** Sets how many of a variant the cart holds; 0 takes the line out. */
export function setCartQuantity(variantId: string, quantity: number): Promise<ApiResult<Cart>> {
  return inTurn(() => putLine(variantId, quantity, UNKNOWN_LOOK));
}

/** The cart as the shop has it, made again from this browser's memory if the shop has forgotten it; null: there is none. */
export function loadCart(): Promise<ApiResult<Cart | null>> {
  return inTurn(async () => {
    const { id, lines } = readStoredCart();
    if (id === null && lines.length === 0) return noCart;
    let found = id === null ? null : await callApi<Cart>(`/api/carts/${id}${inPageLanguage()}`);
    const currency = pageCurrency();
    // It was filled in another market. What prices one saw there says nothing here.
    if (found?.ok && currency !== undefined && found.value.subtotal.currency !== currency) {
      found = await callApi<Cart>(`/api/carts/${id}${inPageLanguage()}`, {
        method: 'PATCH',
        body: { currency },
      });
      if (found.ok) return keep(found, undefined, withoutPrices(lines));
    }
    if (found?.ok) return keep(found);
    if (found !== null && found.problem.code !== 'cart-not-found') return found;
    if (lines.length > 0) return remakeCart(lines);
    forgetCart();
    return noCart;
  });
}

/** Starts with an empty cart the next time something is added. */
export function forgetCart(): void {
  writeStoredCart(EMPTY_CART);
}

/** The same lines in a new cart: the old one became an order. */
export function renewCart(): Promise<ApiResult<Cart>> {
  return inTurn(() => remakeCart(readStoredCart().lines));
}

/** Adds lines of an order that was not paid in time, as far as there are units left. */
export function putBack(lines: readonly StoredLine[]): Promise<ApiResult<Cart>> {
  return inTurn(() => {
    const all = new Map(readStoredCart().lines.map((line) => [line.variantId, line]));
    for (const line of lines) {
      const held = all.get(line.variantId)?.quantity ?? 0;
      all.set(line.variantId, { ...line, quantity: Math.min(held + line.quantity, MAX_QUANTITY) });
    }
    return remakeCart([...all.values()]);
  });
}

async function putLine(variantId: string, quantity: number, look: LineLook): Promise<ApiResult<Cart>> {
  const id = await cartInPageCurrency();
  const { lines } = readStoredCart();
  const others = lines.filter((line) => line.variantId !== variantId);
  let cartId = id;
  if (cartId !== null) {
    const answer = await requestLine(cartId, variantId, quantity);
    if (answer.ok || answer.problem.code !== 'cart-not-found') return keep(answer, { variantId, look });
    cartId = null;
  }
  const remade = await remakeCart(others);
  if (!remade.ok) return remade;
  return keep(await requestLine(remade.value.id, variantId, quantity), { variantId, look });
}

/** A new cart with these lines. What is gone is left out, what is short comes as far as it goes. */
async function remakeCart(lines: readonly StoredLine[]): Promise<ApiResult<Cart>> {
  let answer = await callApi<Cart>('/api/carts', { method: 'POST', body: { currency: pageCurrency() } });
  if (!answer.ok) return answer;
  const { id } = answer.value;
  for (const line of lines) {
    let put = await requestLine(id, line.variantId, line.quantity);
    if (!put.ok && put.problem.code === 'insufficient-stock') {
      const left = unitsLeft(put) ?? 0;
      if (left > 0) put = await requestLine(id, line.variantId, left);
    }
    if (put.ok) answer = put;
    else if (put.problem.status === 0 || put.problem.status >= 429) return put;
  }
  return keep(answer, undefined, lines);
}

function requestLine(cartId: string, variantId: string, quantity: number): Promise<ApiResult<Cart>> {
  const path: `/api/${string}` = `/api/carts/${cartId}/lines/${variantId}${inPageLanguage()}`;
  return callApi<Cart>(path, { method: 'PUT', body: { quantity } });
}

const withoutPrices = (lines: readonly StoredLine[]): readonly StoredLine[] =>
  lines.map(({ price: _, ...line }) => line);

/** Remembers what the shop answered, with the looks and earlier prices that this browser knew. */
function keep(
  answer: ApiResult<Cart>,
  touched?: { variantId: string; look: LineLook },
  known: readonly StoredLine[] = readStoredCart().lines,
): ApiResult<Cart> {
  if (!answer.ok) return answer;
  const before = new Map(known.map((line) => [line.variantId, line]));
  writeStoredCart({
    id: answer.value.id,
    cart: answer.value,
    lines: answer.value.lines.map(({ variantId, quantity, unitPrice }) => {
      const line = before.get(variantId);
      const isTouched = touched?.variantId === variantId;
      const look = isTouched && touched.look !== UNKNOWN_LOOK ? touched.look : line?.look;
      // Whoever says how many has seen what one costs.
      const price = isTouched ? unitPrice : (line?.price ?? unitPrice);
      return { variantId, quantity, look: look ?? UNKNOWN_LOOK, price };
    }),
  });
  return answer;
}

/** How many units an `insufficient-stock` says are left, null when it does not say. */
export function unitsLeft(answer: ApiResult<unknown>): number | null {
  if (answer.ok) return null;
  const said = answer.problem.errors[0]?.available ?? answer.problem.members.available;
  return typeof said === 'number' ? said : null;
}
