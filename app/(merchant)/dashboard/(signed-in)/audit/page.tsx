import { AuditLog } from './audit-log';

export const dynamic = 'force-static';

export default function AuditLogPage() {
  return <AuditLog />;
}
