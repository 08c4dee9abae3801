import { ContentList } from './content-list';

export const dynamic = 'force-static';

export default function ContentListPage() {
  return <ContentList />;
}
