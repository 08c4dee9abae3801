'use client';

import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { faultWords } from '../_api/problem-words';

const SHOWN_MS = 6_000;
/** Long enough to think again. */
const UNDO_MS = 10_000;

/** Where short messages appear: what was done, and the way back. */
export function Toaster({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider timeout={SHOWN_MS} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-50 grid w-[min(24rem,calc(100vw-2rem))] gap-2">
          <Shown />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Shown() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className={`rounded-md border bg-ink text-paper shadow-lg ${toast.type === 'fault' ? 'border-bad' : 'border-ink'}`}
    >
      <Toast.Content className="flex items-center gap-3 px-4 py-3 text-sm">
        <Toast.Title className="grow" />
        <Toast.Action className="cursor-pointer px-1 py-1 font-semibold underline underline-offset-4" />
        <Toast.Close aria-label="Dismiss" className="grid size-8 cursor-pointer place-items-center">
          <X aria-hidden className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

/** Says what was done (`done`, with a way back where there is one) or why not (`failed`). */
export function useToasts(): {
  done: (title: string, undo?: { label?: string; timeoutMs?: number; onUndo: () => void }) => void;
  failed: (error: unknown) => void;
} {
  const manager = Toast.useToastManager();
  return {
    done(title, undo) {
      const id = manager.add({
        title,
        ...(undo
          ? {
              timeout: undo.timeoutMs ?? UNDO_MS,
              actionProps: {
                children: undo.label ?? 'Undo',
                onClick: () => {
                  manager.close(id);
                  undo.onUndo();
                },
              },
            }
          : {}),
      });
    },
    failed: (error) => void manager.add({ title: faultWords(error), type: 'fault', priority: 'high' }),
  };
}
