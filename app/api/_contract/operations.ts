import type { Operation } from '@/app/api/_edge/operation';
import * as account from './account';
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys';
import * as auth from './auth';
import { changeCart, createCart, getCart, setCartLine } from './carts';
import { countFacets, getProduct, getStock, listProducts, suggestSearch } from './catalog';
import { getOrder, payOrder, placeOrder, quoteCheckout } from './checkout';
import * as collections from './collections';
import * as content from './content';
import * as customers from './customers';
import * as discounts from './discounts';
import { getImport, importProducts, listImports } from './imports';
import * as jobs from './jobs';
import { listMails, resendOrderMail } from './mails';
import {
  adjustStock,
  changeProduct,
  createProduct,
  deleteProduct,
  getMerchantProduct,
  listMerchantProducts,
  listVendors,
  uploadProductImage,
} from './merchant';
import * as orders from './merchant-orders';
import * as hooks from './merchant-webhooks';
import * as notices from './notices';
import { downloadInvoice, downloadPackingSlip } from './order-papers';
import * as views from './order-views';
import { getOverview, listTasks } from './overview';
import { getPulse } from './pulse';
import * as schedules from './report-schedules';
import * as reports from './reports';
import * as settings from './settings';
import { getHealth, getOpenApi } from './shop';
import * as staff from './staff';
import * as own from './staff-account';
import * as stock from './stock';
import { receiveTestEvent } from './webhooks';

/** The whole contract, in the order in which it is told. */
export const OPERATIONS: readonly Operation[] = [
  ...[listProducts, countFacets, suggestSearch, getProduct, getStock],
  ...[createCart, getCart, changeCart, setCartLine],
  ...[quoteCheckout, placeOrder, getOrder, payOrder],
  ...[listMerchantProducts, createProduct, getMerchantProduct, changeProduct, deleteProduct],
  ...[uploadProductImage, listVendors],
  ...[stock.listStock, stock.getVariantStock, adjustStock, stock.listMovements, stock.listStockDays],
  ...[stock.setLowLevel],
  ...[stock.uploadStockTake, stock.listStockTakes, stock.getStockTake, stock.listStockTakeLines],
  ...[stock.applyStockTake, stock.listBookChecks, stock.requestBookCheck],
  ...[collections.listMerchantCollections, collections.createCollection, collections.getMerchantCollection],
  ...[collections.changeCollection, collections.removeCollection],
  ...[collections.listCollectionProducts, collections.moveInCollection],
  ...[collections.setCollectionImage, collections.removeCollectionImage],
  ...[importProducts, listImports, getImport],
  ...[orders.listOrders, orders.exportOrders, orders.fulfilOrders],
  ...[views.listOrderViews, views.saveOrderView, views.removeOrderView],
  ...[orders.getMerchantOrder, orders.changeOrderContact, orders.addOrderNote],
  ...[orders.fulfilOrder, orders.cancelOrder, orders.refundOrder],
  ...[orders.changeParcel, orders.takeBackParcel],
  ...[orders.requestReturn, orders.receiveReturn, orders.cancelReturn],
  ...[downloadInvoice, downloadPackingSlip],
  ...[customers.listCustomers, customers.listCustomerTags, customers.getCustomer, customers.eraseCustomer],
  ...[customers.changeCustomerTags, customers.addCustomerNote, customers.removeCustomerNote],
  ...[discounts.listDiscounts, discounts.createDiscount, discounts.getDiscount],
  ...[discounts.changeDiscount, discounts.removeDiscount],
  ...[reports.requestReport, reports.listReports, reports.getReport, reports.downloadReport],
  ...[settings.getSettings, settings.changeSettings, settings.setLogo, settings.removeLogo],
  ...[content.listContent, content.getContent, content.saveContent, content.resetContent],
  ...[settings.listShippingZones, settings.createShippingZone, settings.getShippingZone],
  ...[settings.changeShippingZone, settings.removeShippingZone],
  ...[settings.listTaxRates, settings.createTaxRate, settings.getTaxRate],
  ...[settings.changeTaxRate, settings.removeTaxRate],
  ...[listMails, resendOrderMail],
  ...[hooks.listWebhooks, hooks.createWebhook, hooks.getWebhook, hooks.changeWebhook, hooks.removeWebhook],
  ...[hooks.renewWebhookSecret, hooks.pingWebhook, hooks.listWebhookDeliveries, hooks.replayWebhookDelivery],
  ...[staff.listMembers, staff.createMember, staff.getMember, staff.changeMember, staff.removeMember],
  ...[listApiKeys, createApiKey, revokeApiKey],
  ...[staff.inviteAgain, staff.resetSecondFactor],
  ...[staff.listAudit, staff.getAuditFacets, staff.exportAudit],
  ...[schedules.listReportSchedules, schedules.createReportSchedule],
  ...[schedules.changeReportSchedule, schedules.removeReportSchedule],
  ...[notices.listNotices, notices.chooseNotice],
  ...[getOverview, listTasks, getPulse],
  ...[jobs.getJobs, jobs.listJobRuns, jobs.getJobRun, jobs.replayJobRun, jobs.cancelJobRun],
  ...[auth.signInStaff, auth.getStaffSession, auth.signOutStaff],
  ...[own.finishStaffSignIn, own.changeProfile],
  ...[own.listOwnSessions, own.endOtherOwnSessions, own.endOwnSession],
  ...[own.getSecondFactor, own.beginSecondFactor, own.confirmSecondFactor],
  ...[own.removeSecondFactor, own.renewRecoveryCodes],
  ...[auth.changeStaffPassword, auth.requestStaffPassword, auth.chooseStaffPassword],
  ...[auth.signUpCustomer, auth.signInCustomer, auth.signOutCustomer],
  ...[auth.changeCustomerPassword, auth.requestCustomerPassword, auth.chooseCustomerPassword],
  ...[auth.requestSignInLink, auth.signInByLink],
  ...[account.getAccount, account.getProfile, account.changeProfile],
  ...[account.changeEmail, account.cancelEmailChange, account.confirmEmail],
  ...[account.listOwnOrders, account.getOwnOrder],
  ...[account.listAddresses, account.addAddress, account.changeAddress, account.removeAddress],
  ...[account.downloadOwnData, account.requestErasureLink, account.eraseAccount],
  ...[receiveTestEvent],
  ...[getHealth, getOpenApi],
];
