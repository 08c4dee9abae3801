'use client';

import { type FormEvent, type ReactNode, useState } from 'react';
import { ApiFault } from '@/app/(merchant)/_api/client';
import { faultWords } from '@/app/(merchant)/_api/problem-words';
import { Button } from '@/app/(merchant)/_ui/button';
import { Dialog, DialogActions } from '@/app/(merchant)/_ui/dialog';

/** A form in a dialog that does one thing to an order. What the API refuses is said in it, and nothing typed is lost. */
export function MoveDialog({
  title,
  lead,
  verb,
  isDanger = false,
  isReady = true,
  onClose,
  onSubmit,
  children,
}: {
  title: string;
  lead?: ReactNode;
  verb: string;
  isDanger?: boolean;
  /** Whether there is anything to do yet. */
  isReady?: boolean;
  onClose: () => void;
  onSubmit: () => Promise<unknown>;
  children: (fault: ApiFault | undefined) => ReactNode;
}) {
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    setFault(undefined);
    try {
      await onSubmit();
      onClose();
    } catch (error) {
      setFault(error);
      setIsBusy(false);
    }
  }

  return (
    <Dialog isOpen onClose={onClose} title={title} lead={lead}>
      <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
        {children(fault instanceof ApiFault ? fault : undefined)}
        <p role="alert" className="text-sm text-bad empty:hidden">
          {fault === undefined ? '' : faultWords(fault)}
        </p>
        <DialogActions>
          <Button onClick={onClose}>Back</Button>
          <Button kind={isDanger ? 'danger' : 'act'} type="submit" isBusy={isBusy} disabled={!isReady}>
            {verb}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
