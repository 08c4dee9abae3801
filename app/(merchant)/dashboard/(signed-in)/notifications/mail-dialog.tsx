'use client';

import { useState } from 'react';
import type { Schema } from '@/app/(merchant)/_api/client';
import { Button } from '@/app/(merchant)/_ui/button';
import { Dialog } from '@/app/(merchant)/_ui/dialog';
import { dateTime } from '@/app/(merchant)/_ui/format';

const ON = 'aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper';

/** A mail as its reader got it: drawn in a frame that runs nothing and may reach nothing, or as text. */
export function MailDialog({ mail, onClose }: { mail: Schema<'Mail'> | null; onClose: () => void }) {
  const [isText, setIsText] = useState(false);
  return (
    <Dialog
      isOpen={mail !== null}
      onClose={onClose}
      size="wide"
      title={mail?.subject ?? 'A mail'}
      lead={
        mail === null
          ? null
          : `To ${mail.to ?? 'somebody who was erased'}, ${dateTime(mail.sentAt ?? mail.createdAt)}`
      }
    >
      {mail === null ? null : mail.html === null ? (
        <p className="text-sm text-muted">
          What it said is kept no longer: its reader was erased, or it is older than a year.
        </p>
      ) : (
        <>
          <fieldset className="flex gap-1.5">
            <legend className="sr-only">Shown as</legend>
            <Button className={ON} aria-pressed={!isText} onClick={() => setIsText(false)}>
              As it looks
            </Button>
            <Button className={ON} aria-pressed={isText} onClick={() => setIsText(true)}>
              As text
            </Button>
          </fieldset>
          {isText ? (
            <pre
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
              tabIndex={0}
              className="max-h-[60svh] overflow-auto rounded-sm border border-line bg-ground p-4 text-sm whitespace-pre-wrap"
            >
              {mail.text}
            </pre>
          ) : (
            <iframe
              title={`The mail “${mail.subject ?? mail.kind}”`}
              sandbox=""
              srcDoc={mail.html}
              className="h-[60svh] w-full rounded-sm border border-line bg-white"
            />
          )}
        </>
      )}
    </Dialog>
  );
}
