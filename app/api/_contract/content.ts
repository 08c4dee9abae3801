import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { saveContentInput } from '@/lib/content/input';
import { CONTENT_LANGUAGES, CONTENT_PAGES } from '@/lib/content/model';
import { idSchema } from '@/lib/kernel/schemas';
import { instant } from './shapes';

const tag = 'Content';
const PATH = '/api/admin/content/{language}/{page}';
const params = {
  language: { schema: z.enum(CONTENT_LANGUAGES), absent: 'content-not-found', description: 'As en.' },
  page: { schema: z.enum(CONTENT_PAGES), absent: 'content-not-found', description: 'The page, as about.' },
} as const;
const mayRead = { permission: 'content:read' } as const;
const mayWrite = { permission: 'content:write' } as const;

const words = z.object({ title: z.string(), description: z.string(), body: z.string() });

const content = z
  .object({
    page: z.enum(CONTENT_PAGES),
    language: z.enum(CONTENT_LANGUAGES),
    words: words.describe('What the page says now.'),
    default: words.describe('What the shop came with.'),
    versions: z
      .array(
        z.object({
          id: idSchema('text'),
          at: instant,
          by: z.string(),
          byName: z.string().nullable(),
          words: words.nullable().describe('null: what the shop came with counted again.'),
        }),
      )
      .describe('The last 30, newest first; the first one counts.'),
  })
  .meta({ id: 'Content' });

export const listContent = defineOperation({
  id: 'listContent',
  method: 'GET',
  path: '/api/admin/content',
  tag,
  summary: 'List the pages that are written in Markdown',
  actor: mayRead,
  responses: {
    200: z
      .object({
        items: z.array(
          z.object({
            page: z.enum(CONTENT_PAGES),
            language: z.enum(CONTENT_LANGUAGES),
            title: z.string(),
            isDefault: z.boolean().describe('Whether it says what the shop came with.'),
            updatedAt: instant.nullable(),
          }),
        ),
      })
      .meta({ id: 'ContentList' }),
  },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const getContent = defineOperation({
  id: 'getContent',
  method: 'GET',
  path: PATH,
  tag,
  summary: 'See what a page says, and what it said before',
  actor: mayRead,
  params,
  responses: { 200: content },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const saveContent = defineOperation({
  id: 'saveContent',
  method: 'PUT',
  path: PATH,
  tag,
  summary: 'Change what a page says',
  description: 'Shoppers read it within 2 seconds. The version before can be put back by saving its words.',
  actor: mayWrite,
  params,
  body: saveContentInput,
  responses: { 200: content },
  problems: ['content-changed'],
  limit: 'admin',
  idempotency: 'none',
  example: {
    title: 'About',
    description: 'Who makes these prints.',
    body: '{shop} is two people and a press.',
  },
});

export const resetContent = defineOperation({
  id: 'resetContent',
  method: 'DELETE',
  path: PATH,
  tag,
  summary: 'Give the text that the shop came with its place again',
  actor: mayWrite,
  params,
  responses: { 200: content },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});
