import { Home } from './_home/home';

export const dynamic = 'force-static';

export default function HomePage() {
  return <Home />;
}
