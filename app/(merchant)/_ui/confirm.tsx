'use client';

import { type ReactNode, useState } from 'react';
import { faultWords } from '../_api/problem-words';
import { Button } from './button';
import { Dialog, DialogActions } from './dialog';

type Asked = {
  title: string;
  /** What will happen, and what cannot be taken back. */
  children: ReactNode;
  /** The verb: "Cancel the order", never "OK". */
  verb: string;
  isDanger?: boolean;
  /** Whether what has to be said before has been said. */
  isReady?: boolean;
  onConfirm: () => Promise<unknown>;
};

type Props = Asked & {
  /** The button that opens it. */
  label: ReactNode;
  disabled?: boolean;
  kind?: 'plain' | 'quiet';
};

/** A button whose act is asked for once more, with what it means. What goes wrong is said in the dialog, which stays. */
export function Confirm({ label, disabled, kind = 'plain', ...asked }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button kind={kind} disabled={disabled} onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <ConfirmDialog {...asked} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}

/** The question alone, for an act that is chosen from a menu. */
export function ConfirmDialog({
  isOpen,
  onClose,
  title,
  children,
  verb,
  isDanger = true,
  isReady = true,
  onConfirm,
}: Asked & { isOpen: boolean; onClose: () => void }) {
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState('');

  async function act() {
    setIsBusy(true);
    setFault('');
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setFault(faultWords(error));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <div className="grid gap-3 text-sm">{children}</div>
      <p role="alert" className="text-sm text-bad empty:hidden">
        {fault}
      </p>
      <DialogActions>
        <Button onClick={onClose}>Back</Button>
        <Button
          kind={isDanger ? 'danger' : 'act'}
          isBusy={isBusy}
          disabled={!isReady}
          onClick={() => void act()}
        >
          {verb}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
