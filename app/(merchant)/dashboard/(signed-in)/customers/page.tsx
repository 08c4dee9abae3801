import { CustomerList } from './customer-list';

export const dynamic = 'force-static';

export default function CustomersPage() {
  return <CustomerList />;
}
