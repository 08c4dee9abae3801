import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import {
  countFacetsInput,
  getProductInput,
  listProductsInput,
  suggestSearchInput,
} from '@/lib/catalog/input';
import { pathId } from './path-id';
import { productFacets, productPage, stock, storeProduct, suggestions } from './shapes';

const tag = 'Catalog';

export const listProducts = defineOperation({
  id: 'listProducts',
  method: 'GET',
  path: '/api/products',
  tag,
  summary: 'List and search products',
  actor: 'public',
  query: listProductsInput,
  description:
    'Words that nothing has are taken for the nearest ones that products are called by; correctedQuery says so. A list that ' +
    'is narrowed may have pages with fewer products than asked for, even none, before the last: nextCursor leads on.',
  responses: { 200: productPage },
  isKept: true,
  problems: [],
  limit: { policy: 'search', when: ['query', 'options', 'minPrice', 'maxPrice', 'available'] },
  idempotency: 'none',
});

export const countFacets = defineOperation({
  id: 'countFacets',
  method: 'GET',
  path: '/api/search/facets',
  tag,
  summary: 'See what a list can be narrowed by',
  description:
    'For the same parameters as the list. Each value is counted as the list would be with it in place of the other values of ' +
    'its option.',
  actor: 'public',
  query: countFacetsInput,
  responses: { 200: productFacets },
  problems: [],
  limit: 'search',
  idempotency: 'none',
});

export const suggestSearch = defineOperation({
  id: 'suggestSearch',
  method: 'GET',
  path: '/api/search/suggestions',
  tag,
  summary: 'Suggest what a search could mean',
  description: 'While it is being typed: up to six products and two collections.',
  actor: 'public',
  query: suggestSearchInput,
  responses: { 200: suggestions },
  problems: [],
  limit: 'search',
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
  isKept: true,
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
