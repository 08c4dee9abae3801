import { z } from 'zod';
import { pageQuery } from '@/lib/kernel/schemas';
import { BOOKS } from './model';

/** Which books are to be checked: those of stock, unless told otherwise. */
export const requestBookCheckInput = z.object({ kind: z.enum(BOOKS).default('stock') });

export const listBookChecksInput = z.object({ kind: z.enum(BOOKS).default('stock'), ...pageQuery });
