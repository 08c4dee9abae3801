import { CheckList } from './check-list';

export const dynamic = 'force-static';

export default function BookChecksPage() {
  return <CheckList />;
}
