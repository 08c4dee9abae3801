import { query } from '@/db/client';

/** What a guarded write shows: SQL functions pass it to accept_fence() before they change anything. */
export type Fence = { readonly name: string; readonly token: number };

/** Gives out the next token of a name; every older one is stale from now on. Grows for ever. */
export async function takeFence(name: string): Promise<Fence> {
  const [row] = await query<{ token: string }>('take_fence', 'select take_fence($1)::text as token', [name]);
  return { name, token: Number(row?.token) };
}

/** Forgets the fences of locks that nobody has taken for a day: whoever still holds one finds it stale. */
export async function forgetOldFences(): Promise<void> {
  await query('forget_old_fences', `delete from lock_fences where taken_at < now() - interval '1 day'`, []);
}
