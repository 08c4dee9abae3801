import { JobsPage } from './jobs-page';

export const dynamic = 'force-static';

export default function Jobs() {
  return <JobsPage />;
}
