import { SelectField } from '@/app/(merchant)/_ui/field';
import { REPORT_FORMATS, REPORT_KINDS, type ReportFormat, type ReportKind } from '@/lib/reports/model';
import { isAllowed, type Permission, type Role } from '@/lib/staff/permissions';
import { FORMAT_WORDS, KIND_WORDS } from './report-words';

const SHOWS: Readonly<Record<ReportKind, Permission>> = {
  sales: 'sales:read',
  orders: 'orders:read',
  inventory: 'products:read',
  customers: 'customers:read',
};

/** The kinds that a role may see elsewhere, which are those that it may have as a report. */
export const kindsOf = (role: Role) => REPORT_KINDS.filter((kind) => isAllowed(role, SHOWS[kind]));

/** What a report shows. */
export function KindField({
  id,
  role,
  value,
  fault,
  onChange,
}: {
  id: string;
  role: Role;
  value: ReportKind;
  fault?: string | undefined;
  onChange: (kind: ReportKind) => void;
}) {
  return (
    <SelectField
      id={id}
      label="What"
      value={value}
      fault={fault}
      onChange={(event) => onChange(event.target.value as ReportKind)}
    >
      {kindsOf(role).map((kind) => (
        <option key={kind} value={kind}>
          {KIND_WORDS[kind]}
        </option>
      ))}
    </SelectField>
  );
}

/** As which file a report comes. */
export function FormatField({
  id,
  value,
  onChange,
}: {
  id: string;
  value: ReportFormat;
  onChange: (format: ReportFormat) => void;
}) {
  return (
    <SelectField
      id={id}
      label="File"
      value={value}
      onChange={(event) => onChange(event.target.value as ReportFormat)}
    >
      {REPORT_FORMATS.map((format) => (
        <option key={format} value={format}>
          {FORMAT_WORDS[format]}
        </option>
      ))}
    </SelectField>
  );
}
