'use client';

import { Button } from '@/app/(merchant)/_ui/button';
import { Dialog, DialogActions } from '@/app/(merchant)/_ui/dialog';
import { Once } from '@/app/(merchant)/_ui/once';

/** The link of an invitation, for whoever would rather hand it over than wait for a mail. */
export function InvitationLink({ name, url, onClose }: { name: string; url: string; onClose: () => void }) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${name} is invited`}
      lead="The mail is on its way. This is the same link: it opens their account, so give it to nobody else. It is not shown again."
    >
      <Once label="Link to choose a password" value={url} />
      <DialogActions>
        <Button kind="act" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}
