import { OwnAccount } from './own-account';

export const dynamic = 'force-static';

export default function OwnAccountPage() {
  return <OwnAccount />;
}
