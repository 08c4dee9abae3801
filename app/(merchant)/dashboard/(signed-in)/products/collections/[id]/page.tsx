import { CollectionPage } from './collection-page';

export const dynamic = 'force-static';

export default function OneCollectionPage() {
  return <CollectionPage />;
}
