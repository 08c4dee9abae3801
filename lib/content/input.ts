import { z } from 'zod';
import { line } from '@/lib/kernel/schemas';

/** What `PUT /api/admin/content/{language}/{page}` takes: the whole text. */
export const saveContentInput = z.object({
  title: line(120),
  description: line(300).describe('What search engines and shared links show.'),
  body: z
    .string()
    .trim()
    .min(1)
    .max(40_000)
    .describe('Markdown. {shop} and {mail} stand for the shop’s name and its address; HTML stays text.'),
  basedOn: z
    .string()
    .max(64)
    .nullish()
    .describe(
      'The version that was edited: if another is newer by now, nothing is overwritten. null: the default.',
    ),
});

export type SaveContentInput = z.output<typeof saveContentInput>;
