'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';

/** A modal dialog over the page: focus stays in it, Escape closes it, and the focus goes back where it came from. */
export function Dialog({
  isOpen,
  onClose,
  title,
  lead,
  size = 'normal',
  children,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  lead?: ReactNode;
  size?: 'normal' | 'wide';
  children: ReactNode;
}) {
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 grid items-start justify-items-center overflow-y-auto p-4 pt-[10svh]">
          <Base.Popup
            className={`relative grid w-full gap-4 rounded-md border border-line bg-paper p-5 text-ink transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 ${size === 'wide' ? 'max-w-4xl' : 'max-w-lg'}`}
          >
            <div className="grid gap-1 pr-8">
              <Base.Title className="text-lg font-semibold">{title}</Base.Title>
              {lead ? <Base.Description className="text-sm text-muted">{lead}</Base.Description> : null}
            </div>
            <Base.Close
              aria-label="Close"
              className="absolute top-3 right-3 grid size-9 cursor-pointer place-items-center rounded-sm hover:bg-ground"
            >
              <X aria-hidden className="size-4" />
            </Base.Close>
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** The row of buttons at the end of a dialog. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap justify-end gap-2 pt-2">{children}</div>;
}
