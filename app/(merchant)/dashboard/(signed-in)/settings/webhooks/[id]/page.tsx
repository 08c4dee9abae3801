import { WebhookDetail } from '../webhook-detail';

export const dynamic = 'force-static';

export default function WebhookDetailPage() {
  return <WebhookDetail />;
}
