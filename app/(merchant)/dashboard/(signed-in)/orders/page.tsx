import { OrderList } from './order-list';

export const dynamic = 'force-static';

export default function OrdersPage() {
  return <OrderList />;
}
