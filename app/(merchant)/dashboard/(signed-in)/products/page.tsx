import { ProductList } from './product-list';

export const dynamic = 'force-static';

export default function ProductsPage() {
  return <ProductList />;
}
