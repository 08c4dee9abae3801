import { WebhookList } from './webhook-list';

export const dynamic = 'force-static';

export default function WebhookListPage() {
  return <WebhookList />;
}
