import { RunPage } from './run-page';

export const dynamic = 'force-static';

export default function SingleRunPage() {
  return <RunPage />;
}
