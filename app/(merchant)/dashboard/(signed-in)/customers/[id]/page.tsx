import { CustomerPage } from './customer-page';

export const dynamic = 'force-static';

export default function SingleCustomerPage() {
  return <CustomerPage />;
}
