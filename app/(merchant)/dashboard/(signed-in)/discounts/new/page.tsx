import { NewDiscount } from './new-discount';

export const dynamic = 'force-static';

export default function NewDiscountPage() {
  return <NewDiscount />;
}
