import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import {
  changeProductInput,
  createProductInput,
  listMerchantProductsInput,
  uploadImageInput,
} from '@/lib/catalog/input';
import { IMAGE_TYPES, MAX_IMAGE_BYTES } from '@/lib/catalog/model';
import { adjustStockInput } from '@/lib/inventory/input';
import { idSchema } from '@/lib/kernel/schemas';
import { pathId } from './path-id';
import { merchantProduct, pageOf, stock } from './shapes';

const productId = pathId('prod', 'product-not-found', 'The product.');
const product = {
  title: 'Last Ferry',
  status: 'active',
  vendor: 'Harbour Press',
  options: [{ name: 'Size', values: ['A3', 'A2'] }],
  variants: [
    { sku: 'FERRY-A3', price: { amount: 4_000, currency: 'USD' }, optionValues: ['A3'], stock: 50 },
    { sku: 'FERRY-A2', price: { amount: 6_500, currency: 'USD' }, optionValues: ['A2'], stock: 20 },
  ],
};

export const listMerchantProducts = defineOperation({
  id: 'listMerchantProducts',
  method: 'GET',
  path: '/api/admin/products',
  tag: 'Products',
  summary: 'List products, drafts and archived ones too',
  actor: { permission: 'products:read' },
  query: listMerchantProductsInput,
  responses: { 200: pageOf(merchantProduct) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const createProduct = defineOperation({
  id: 'createProduct',
  method: 'POST',
  path: '/api/admin/products',
  tag: 'Products',
  summary: 'Make a product',
  description: 'Shoppers see it within 2 seconds, if it is active.',
  actor: { permission: 'products:write' },
  body: createProductInput,
  responses: { 201: merchantProduct },
  problems: ['slug-taken'],
  limit: 'admin',
  idempotency: 'honoured',
  example: product,
});

export const getMerchantProduct = defineOperation({
  id: 'getMerchantProduct',
  method: 'GET',
  path: '/api/admin/products/{id}',
  tag: 'Products',
  summary: 'See a product with its stock',
  actor: { permission: 'products:read' },
  params: { id: productId },
  responses: { 200: merchantProduct },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const changeProduct = defineOperation({
  id: 'changeProduct',
  method: 'PATCH',
  path: '/api/admin/products/{id}',
  tag: 'Products',
  summary: 'Change a product',
  description:
    'What the body names changes, nothing else. variants is the whole list: each is found by its id, option values or sku and changed in what it names; one that is not found is new; one that is not in the list is taken off sale.',
  actor: { permission: 'products:write' },
  params: { id: productId },
  body: changeProductInput,
  responses: { 200: merchantProduct },
  problems: ['slug-taken'],
  limit: 'admin',
  idempotency: 'none',
  example: { variants: [{ sku: 'FERRY-A3', price: { amount: 4_500, currency: 'USD' } }] },
});

export const deleteProduct = defineOperation({
  id: 'deleteProduct',
  method: 'DELETE',
  path: '/api/admin/products/{id}',
  tag: 'Products',
  summary: 'Take a product out of the shop',
  description:
    'One that was never sold is gone; one that was is archived, so that orders keep what they name.',
  actor: { permission: 'products:write' },
  params: { id: productId },
  responses: { 204: z.undefined() },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const adjustStock = defineOperation({
  id: 'adjustStock',
  method: 'POST',
  path: '/api/admin/variants/{id}/stock',
  tag: 'Stock',
  summary: 'Change how many there are',
  description: 'Each change is a row in the stock ledger. Units that orders hold are not touched.',
  actor: { permission: 'stock:write' },
  params: { id: pathId('var', 'variant-not-found', 'The variant.') },
  body: adjustStockInput,
  responses: { 200: stock },
  problems: ['insufficient-stock', 'stock-not-counted'],
  limit: 'admin',
  idempotency: 'honoured',
  example: { delta: 20, reason: 'Second printing arrived' },
});

export const uploadProductImage = defineOperation({
  id: 'uploadProductImage',
  method: 'POST',
  path: '/api/admin/products/{id}/images',
  tag: 'Products',
  summary: 'Upload a picture of a product',
  description:
    'The file is the body, of up to 10 MiB; what it is is told by its bytes. It comes last; its renderings are made within a minute. Order, words and what goes: change the product.',
  actor: { permission: 'products:write' },
  params: { id: productId },
  query: uploadImageInput,
  upload: { mediaTypes: IMAGE_TYPES, maxBytes: MAX_IMAGE_BYTES },
  responses: { 201: z.object({ id: idSchema('img') }) },
  problems: ['too-many-images'],
  limit: 'admin',
  timeoutMs: 25_000,
  idempotency: 'honoured',
});

export const listVendors = defineOperation({
  id: 'listVendors',
  method: 'GET',
  path: '/api/admin/vendors',
  tag: 'Products',
  summary: 'List whose products there are',
  description: 'By name, the first 200.',
  actor: { permission: 'products:read' },
  responses: { 200: z.object({ items: z.array(z.string()) }) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});
