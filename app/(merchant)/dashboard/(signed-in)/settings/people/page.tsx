import { People } from './people';

export const dynamic = 'force-static';

export default function PeoplePage() {
  return <People />;
}
