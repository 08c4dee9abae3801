import { TakeList } from './take-list';

export const dynamic = 'force-static';

export default function StockTakesPage() {
  return <TakeList />;
}
