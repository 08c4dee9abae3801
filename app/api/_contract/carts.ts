import { defineOperation } from '@/app/api/_edge/operation';
import { setCartLineInput } from '@/lib/cart/input';
import { pathId } from './path-id';
import { cart } from './shapes';

const tag = 'Carts';
const cartId = pathId('cart', 'cart-not-found', 'The cart.');

export const createCart = defineOperation({
  id: 'createCart',
  method: 'POST',
  path: '/api/carts',
  tag,
  summary: 'Start a cart',
  description: 'Empty, and known only by its id. A cart holds no stock.',
  actor: 'public',
  responses: { 201: cart },
  problems: [],
  limit: 'carts',
  idempotency: 'honoured',
});

export const getCart = defineOperation({
  id: 'getCart',
  method: 'GET',
  path: '/api/carts/{id}',
  tag,
  summary: 'See a cart',
  description: 'Priced as of now.',
  actor: 'public',
  params: { id: cartId },
  responses: { 200: cart },
  problems: [],
  limit: 'carts',
  idempotency: 'none',
});

export const setCartLine = defineOperation({
  id: 'setCartLine',
  method: 'PUT',
  path: '/api/carts/{id}/lines/{variantId}',
  tag,
  summary: 'Put a variant into a cart, or take it out',
  description: 'Sets how many, however many there were: repeating it changes nothing. 0 removes the line.',
  actor: 'public',
  params: { id: cartId, variantId: pathId('var', 'variant-not-found', 'The variant.') },
  body: setCartLineInput,
  responses: { 200: cart },
  problems: ['insufficient-stock'],
  limit: 'carts',
  idempotency: 'none',
  example: { quantity: 2 },
});
