import type { Operation } from '@/app/api/_edge/operation';
import * as carts from './carts';
import * as catalog from './catalog';
import * as checkout from './checkout';
import * as merchant from './merchant';
import * as shop from './shop';

/** The whole contract, in the order in which it is told. */
export const OPERATIONS: readonly Operation[] = [catalog, carts, checkout, merchant, shop].flatMap((area) =>
  Object.values(area),
);
