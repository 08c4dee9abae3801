import * as contract from '@/app/api/_contract/carts';
import { reply } from '@/app/api/_edge/operation';
import { refuseCurrency } from '@/app/api/_edge/refuse-currency';
import { handle, serve } from '@/app/api/_edge/route';
import { createCart } from '@/lib/cart/create-cart';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.createCart, async ({ body, idempotency }) => {
    const created = await createCart({ ...body, idempotency });
    return created.ok ? reply(201, created.value) : refuseCurrency();
  }),
);
