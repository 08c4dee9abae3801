import { ImportList } from './import-list';

export const dynamic = 'force-static';

export default function ImportsPage() {
  return <ImportList />;
}
