import { StockList } from './stock-list';

export const dynamic = 'force-static';

export default function StockPage() {
  return <StockList />;
}
