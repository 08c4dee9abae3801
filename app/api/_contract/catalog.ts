import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { getProductInput, listProductsInput } from '@/lib/catalog/input';
import { pathId } from './path-id';
import { pageOf, productCard, stock, storeProduct } from './shapes';

const tag = 'Catalog';

export const listProducts = defineOperation({
  id: 'listProducts',
  method: 'GET',
  path: '/api/products',
  tag,
  summary: 'List and search products',
  actor: 'public',
  query: listProductsInput,
  responses: { 200: pageOf(productCard) },
  problems: [],
  limit: { policy: 'search', when: 'query' },
  idempotency: 'none',
});

export const getProduct = defineOperation({
  id: 'getProduct',
  method: 'GET',
  path: '/api/products/{slug}',
  tag,
  summary: 'See a product',
  actor: 'public',
  params: {
    slug: {
      schema: z.string().min(1).max(255),
      absent: 'product-not-found',
      description: 'The product’s slug.',
    },
  },
  query: getProductInput,
  responses: { 200: storeProduct },
  problems: [],
  limit: null,
  idempotency: 'none',
});

export const getStock = defineOperation({
  id: 'getStock',
  method: 'GET',
  path: '/api/variants/{id}/stock',
  tag,
  summary: 'See how many there are',
  description: 'At most a second old. A number here is no promise: only a checkout holds stock.',
  actor: 'public',
  params: { id: pathId('var', 'variant-not-found', 'The variant.') },
  responses: { 200: stock },
  problems: [],
  limit: null,
  idempotency: 'none',
});
