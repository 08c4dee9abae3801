import { ProductPage } from './product-page';

export const dynamic = 'force-static';

export default function OneProductPage() {
  return <ProductPage />;
}
