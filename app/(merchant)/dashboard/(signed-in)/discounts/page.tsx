import { DiscountList } from './discount-list';

export const dynamic = 'force-static';

export default function DiscountListPage() {
  return <DiscountList />;
}
