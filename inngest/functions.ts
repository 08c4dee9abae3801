import { fetchImages } from './catalog/fetch-images';
import { openOnTime } from './catalog/open-on-time';
import { importProducts } from './imports/import-products';
import { applyStockTakeOnRequest } from './inventory/apply-stock-take';
import { watchLowStock } from './inventory/watch-low-stock';
import { sendAccountMailOnEvent } from './notifications/send-account-mail';
import { sendOrderMailOnEvent } from './notifications/send-order-mail';
import { tellOfDisabledWebhook } from './notifications/tell-of-disabled-webhook';
import { tellOfFailedJob } from './notifications/tell-of-failed-job';
import { tellOfLowStock } from './notifications/tell-of-low-stock';
import { releaseDueHoldsEveryMinute } from './orders/release-due-holds';
import { settlePaymentsEveryMinute } from './payments/settle-payments';
import { sweepOutboxEveryMinute } from './platform/sweep-outbox';
import { buildReportOnRequest } from './reports/build-report';
import { openDueReportsHourly, sendScheduledReport } from './reports/send-scheduled-reports';
import { forgetReportsNightly, resumeReportsRegularly } from './reports/sweep-reports';
import { foldSalesEveryMinute, refoldSalesNightly } from './sales/fold-sales';
import { checkBooksOnRequest } from './upkeep/check-books';
import { keepHouseNightly } from './upkeep/keep-house-nightly';
import { deliverWebhook } from './webhooks/deliver-webhook';

/** Every job of the shop. */
export const functions = [
  releaseDueHoldsEveryMinute,
  settlePaymentsEveryMinute,
  sweepOutboxEveryMinute,
  sendOrderMailOnEvent,
  sendAccountMailOnEvent,
  deliverWebhook,
  tellOfFailedJob,
  tellOfLowStock,
  tellOfDisabledWebhook,
  watchLowStock,
  foldSalesEveryMinute,
  refoldSalesNightly,
  keepHouseNightly,
  importProducts,
  fetchImages,
  openOnTime,
  applyStockTakeOnRequest,
  checkBooksOnRequest,
  buildReportOnRequest,
  resumeReportsRegularly,
  forgetReportsNightly,
  openDueReportsHourly,
  sendScheduledReport,
];
