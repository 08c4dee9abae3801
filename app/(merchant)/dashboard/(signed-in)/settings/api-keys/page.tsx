import { ApiKeyList } from './api-key-list';

export const dynamic = 'force-static';

export default function ApiKeyListPage() {
  return <ApiKeyList />;
}
