'use client';

import { Button } from '@/app/(merchant)/_ui/button';
import { Dialog, DialogActions } from '@/app/(merchant)/_ui/dialog';
import { Once } from '@/app/(merchant)/_ui/once';

/** What checks an address's signatures, shown this once. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="The signing secret"
      lead="Your program checks with it that a message is ours. It is not shown again; another one can be had at any time."
    >
      <Once label="Secret" value={secret} />
      <DialogActions>
        <Button kind="act" onClick={onClose}>
          I have kept it
        </Button>
      </DialogActions>
    </Dialog>
  );
}
