import { isAllowed, type Permission, type Role } from '@/lib/staff/permissions';
import { REPORT_KINDS, type ReportKind } from './model';

/** What somebody must be allowed to see before they may see it as a report. */
const SHOWS: Readonly<Record<ReportKind, Permission>> = {
  sales: 'sales:read',
  orders: 'orders:read',
  inventory: 'products:read',
  customers: 'customers:read',
};

/** The kinds of report that the role may have: a report shows nobody what they could not see elsewhere. */
export function kindsFor(role: Role): readonly ReportKind[] {
  return REPORT_KINDS.filter((kind) => isAllowed(role, SHOWS[kind]));
}
