import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { changeCartInput, createCartInput, setCartLineInput } from '@/lib/cart/input';
import { askedLanguage } from '@/lib/catalog/input';
import { pathId } from './path-id';
import { cart } from './shapes';

const tag = 'Carts';
const inLanguage = z.object({ language: askedLanguage });
const cartId = pathId('cart', 'cart-not-found', 'The cart.');

export const createCart = defineOperation({
  id: 'createCart',
  method: 'POST',
  path: '/api/carts',
  tag,
  summary: 'Start a cart',
  description: 'Empty, and known only by its id. A cart is priced in one currency and holds no stock.',
  actor: 'public',
  body: createCartInput,
  responses: { 201: cart },
  problems: [],
  limit: 'carts',
  idempotency: 'honoured',
  example: { currency: 'USD' },
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
  query: inLanguage,
  responses: { 200: cart },
  problems: [],
  limit: 'carts',
  idempotency: 'none',
});

export const changeCart = defineOperation({
  id: 'changeCart',
  method: 'PATCH',
  path: '/api/carts/{id}',
  tag,
  summary: 'Have a cart priced in another currency',
  description: 'What is not sold in it stays in the cart, not priced and not available.',
  actor: 'public',
  params: { id: cartId },
  query: inLanguage,
  body: changeCartInput,
  responses: { 200: cart },
  problems: [],
  limit: 'carts',
  idempotency: 'none',
  example: { currency: 'USD' },
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
  query: inLanguage,
  body: setCartLineInput,
  responses: { 200: cart },
  problems: ['insufficient-stock'],
  limit: 'carts',
  idempotency: 'none',
  example: { quantity: 2 },
});
