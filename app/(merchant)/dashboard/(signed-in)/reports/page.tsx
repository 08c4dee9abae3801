import { ReportsPage } from './reports-page';

export const dynamic = 'force-static';

export default function Reports() {
  return <ReportsPage />;
}
