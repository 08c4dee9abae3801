'use client';

import { Button } from '@/app/(merchant)/_ui/button';
import { Dialog, DialogActions } from '@/app/(merchant)/_ui/dialog';
import { Once } from '@/app/(merchant)/_ui/once';

/** Codes that stand in for a lost app. Shown this once, so it closes only when it is told to. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Your recovery codes"
      lead="Each signs you in once, should you lose the app. Print them, or keep them where your passwords are: they are not shown again."
    >
      <Once label="Recovery codes" value={codes.join('\n')} />
      <DialogActions>
        <Button kind="act" onClick={onClose}>
          I have kept them
        </Button>
      </DialogActions>
    </Dialog>
  );
}
