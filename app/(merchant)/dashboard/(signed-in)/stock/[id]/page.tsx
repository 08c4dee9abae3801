import { StockHistory } from './stock-history';

export const dynamic = 'force-static';

export default function VariantStockPage() {
  return <StockHistory />;
}
