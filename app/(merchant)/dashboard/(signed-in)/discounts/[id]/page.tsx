import { DiscountDetail } from './discount-detail';

export const dynamic = 'force-static';

export default function DiscountDetailPage() {
  return <DiscountDetail />;
}
