import { TakePage } from './take-page';

export const dynamic = 'force-static';

export default function StockTakePage() {
  return <TakePage />;
}
