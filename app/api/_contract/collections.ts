import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import {
  changeCollectionInput,
  createCollectionInput,
  listCollectionsInput,
  moveInCollectionInput,
  setCollectionImageInput,
} from '@/lib/catalog/input';
import { COLLECTION_SORTS, IMAGE_TYPES, MAX_IMAGE_BYTES, PRODUCT_STATUSES } from '@/lib/catalog/model';
import { idSchema } from '@/lib/kernel/schemas';
import { pathId } from './path-id';
import { pageOf, translations } from './shapes';

const tag = 'Collections';
const collectionId = pathId('col', 'collection-not-found', 'The collection.');

const collection = z
  .object({
    id: idSchema('col'),
    slug: z.string(),
    title: z.string(),
    descriptionHtml: z.string(),
    position: z.int(),
    published: z.boolean(),
    opensAt: z.iso.datetime().nullable(),
    sort: z.enum(COLLECTION_SORTS),
    image: z
      .object({
        url: z.string(),
        alt: z.string(),
        state: z.enum(['waiting', 'ready', 'failed']),
        problem: z.string().nullable(),
      })
      .nullable()
      .describe('Its own picture; shoppers see it once it is ready.'),
    productCount: z.int(),
    translations,
  })
  .meta({ id: 'Collection' });

export const listMerchantCollections = defineOperation({
  id: 'listMerchantCollections',
  method: 'GET',
  path: '/api/admin/collections',
  tag,
  summary: 'List collections, newest first',
  description:
    'What is in one: GET /api/admin/collections/{id}/products; as shoppers see it: GET /api/products?collection= with its slug.',
  actor: { permission: 'products:read' },
  query: listCollectionsInput,
  responses: { 200: pageOf(collection) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const createCollection = defineOperation({
  id: 'createCollection',
  method: 'POST',
  path: '/api/admin/collections',
  tag,
  summary: 'Make a collection',
  actor: { permission: 'products:write' },
  body: createCollectionInput,
  responses: { 201: collection },
  problems: ['slug-taken'],
  limit: 'admin',
  idempotency: 'honoured',
  example: { title: 'Winter prints', position: 2 },
});

export const getMerchantCollection = defineOperation({
  id: 'getMerchantCollection',
  method: 'GET',
  path: '/api/admin/collections/{id}',
  tag,
  summary: 'See a collection',
  actor: { permission: 'products:read' },
  params: { id: collectionId },
  responses: { 200: collection },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const changeCollection = defineOperation({
  id: 'changeCollection',
  method: 'PATCH',
  path: '/api/admin/collections/{id}',
  tag,
  summary: 'Change a collection and what is in it',
  description: 'What the body names changes, nothing else.',
  actor: { permission: 'products:write' },
  params: { id: collectionId },
  body: changeCollectionInput,
  responses: { 200: collection },
  problems: ['slug-taken'],
  limit: 'admin',
  idempotency: 'none',
  example: { title: 'Prints for winter', published: false },
});

export const removeCollection = defineOperation({
  id: 'removeCollection',
  method: 'DELETE',
  path: '/api/admin/collections/{id}',
  tag,
  summary: 'Take a collection away',
  description: 'Its products stay. One that a discount which is switched on is for stays as well.',
  actor: { permission: 'products:write' },
  params: { id: collectionId },
  responses: { 204: z.undefined() },
  problems: ['collection-in-use'],
  limit: 'admin',
  idempotency: 'none',
});

const member = z
  .object({
    id: idSchema('prod'),
    slug: z.string(),
    title: z.string(),
    status: z.enum(PRODUCT_STATUSES),
    publishAt: z.iso.datetime().nullable(),
    imageUrl: z.string().nullable(),
  })
  .meta({ id: 'CollectionProduct' });

export const listCollectionProducts = defineOperation({
  id: 'listCollectionProducts',
  method: 'GET',
  path: '/api/admin/collections/{id}/products',
  tag,
  summary: 'List what is in a collection, in its own order',
  description: 'Drafts and archived products too.',
  actor: { permission: 'products:read' },
  params: { id: collectionId },
  query: listCollectionsInput,
  responses: { 200: pageOf(member) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const moveInCollection = defineOperation({
  id: 'moveInCollection',
  method: 'POST',
  path: '/api/admin/collections/{id}/products/{productId}/move',
  tag,
  summary: 'Give a product another place in a collection',
  description:
    'Of a collection whose sort is manual. At an end, one step on, or beside another; where it stands there already, nothing changes.',
  actor: { permission: 'products:write' },
  params: {
    id: collectionId,
    productId: pathId('prod', 'product-not-in-collection', 'The product.'),
  },
  body: moveInCollectionInput,
  responses: { 204: z.undefined() },
  problems: ['not-arranged-by-hand'],
  limit: 'admin',
  idempotency: 'none',
  example: { to: 'first' },
});

const ofImage = {
  path: '/api/admin/collections/{id}/image',
  tag,
  actor: { permission: 'products:write' },
  params: { id: collectionId },
  responses: { 204: z.undefined() },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
} as const;

export const setCollectionImage = defineOperation({
  ...ofImage,
  id: 'setCollectionImage',
  method: 'PUT',
  summary: 'Give a collection a picture of its own',
  description:
    'The file is the body, of up to 10 MiB; what it is is told by its bytes. It takes the place of the one before; its renderings are made within a minute, and until then shoppers see none.',
  query: setCollectionImageInput,
  upload: { mediaTypes: IMAGE_TYPES, maxBytes: MAX_IMAGE_BYTES },
  timeoutMs: 25_000,
});

export const removeCollectionImage = defineOperation({
  ...ofImage,
  id: 'removeCollectionImage',
  method: 'DELETE',
  summary: 'Take a collection’s picture away',
});
