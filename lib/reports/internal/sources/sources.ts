import type { ReportKind } from '../../model';
import type { Source } from '../source';
import { customers } from './customers';
import { inventory } from './inventory';
import { orders } from './orders';
import { sales } from './sales';

/** Where each kind of report comes from. */
export const SOURCES: Readonly<Record<ReportKind, Source>> = { sales, orders, inventory, customers };
