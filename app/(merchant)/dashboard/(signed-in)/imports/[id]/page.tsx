import { ImportPage } from './import-page';

export const dynamic = 'force-static';

export default function OneImportPage() {
  return <ImportPage />;
}
