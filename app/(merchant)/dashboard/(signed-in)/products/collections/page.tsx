import { CollectionList } from './collection-list';

export const dynamic = 'force-static';

export default function CollectionsPage() {
  return <CollectionList />;
}
