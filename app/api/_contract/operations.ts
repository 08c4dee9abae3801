import type { Operation } from '@/app/api/_edge/operation';
import { getAccount, listOwnOrders } from './account';
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys';
import * as auth from './auth';
import { createCart, getCart, setCartLine } from './carts';
import { getProduct, getStock, listProducts } from './catalog';
import { getOrder, payOrder, placeOrder, quoteCheckout } from './checkout';
import {
  adjustStock,
  changeProduct,
  createProduct,
  deleteProduct,
  getMerchantProduct,
  listMerchantProducts,
} from './merchant';
import { cancelOrder, fulfilOrder, getMerchantOrder, listOrders, refundOrder } from './merchant-orders';
import { getHealth, getOpenApi } from './shop';
import { receiveTestEvent } from './webhooks';

/** The whole contract, in the order in which it is told. */
export const OPERATIONS: readonly Operation[] = [
  ...[listProducts, getProduct, getStock],
  ...[createCart, getCart, setCartLine],
  ...[quoteCheckout, placeOrder, getOrder, payOrder],
  ...[listMerchantProducts, createProduct, getMerchantProduct, changeProduct, deleteProduct, adjustStock],
  ...[listOrders, getMerchantOrder, fulfilOrder, cancelOrder, refundOrder],
  ...[listApiKeys, createApiKey, revokeApiKey],
  ...[auth.signInStaff, auth.getStaffSession, auth.signOutStaff],
  ...[auth.changeStaffPassword, auth.requestStaffPassword, auth.chooseStaffPassword],
  ...[auth.signUpCustomer, auth.signInCustomer, auth.signOutCustomer],
  ...[auth.changeCustomerPassword, auth.requestCustomerPassword, auth.chooseCustomerPassword],
  ...[getAccount, listOwnOrders],
  ...[receiveTestEvent],
  ...[getHealth, getOpenApi],
];
