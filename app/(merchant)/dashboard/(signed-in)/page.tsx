import Link from 'next/link';
import { Page } from '../../_ui/page';
import { Empty } from '../../_ui/states';

export const dynamic = 'force-static';

export default function HomePage() {
  return (
    <Page title="Home">
      <Empty title="Everything has its place at the side">
        The <Link href="/dashboard/orders">orders</Link> are where most days begin.
      </Empty>
    </Page>
  );
}
