'use client';

import { SettingsPage } from '../settings-page';
import { OwnName } from './own-name';
import { OwnPassword } from './own-password';
import { OwnSessions } from './own-sessions';
import { SecondFactor } from './second-factor';

/** What a member of staff sees and changes of their own sign-in. */
export function OwnAccount() {
  return (
    <SettingsPage path="/dashboard/settings/account">
      <OwnName />
      <SecondFactor />
      <OwnPassword />
      <OwnSessions />
    </SettingsPage>
  );
}
