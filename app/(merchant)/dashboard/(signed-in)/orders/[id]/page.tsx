import { OrderPage } from './order-page';

export const dynamic = 'force-static';

export default function SingleOrderPage() {
  return <OrderPage />;
}
