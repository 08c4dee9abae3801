import { NotificationsPage } from './notifications-page';

export const dynamic = 'force-static';

export default function Notifications() {
  return <NotificationsPage />;
}
