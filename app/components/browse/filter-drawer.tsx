'use client';

import { type ReactNode, useRef, useState } from 'react';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';

/** The filters of a phone: a button, and a panel over the page. Focus, Escape and the way back are the browser's. */
export function FilterDrawer({
  count,
  total,
  children,
}: {
  count: number;
  /** How many products there are as things stand, in words; null while that is being found out. */
  total: string | null;
  children: ReactNode;
}) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const open = () => {
    setIsOpen(true);
    dialog.current?.showModal();
  };
  const close = () => dialog.current?.close();
  return (
    <div className="needs-script md:hidden">
      <Button
        onClick={open}
        aria-haspopup="dialog"
        aria-label={count === 0 ? undefined : t('browse.filterCount', { count })}
        className="px-4!"
      >
        {t('browse.filter')}
        {count === 0 ? null : <span className="figures font-semibold text-act">{count}</span>}
      </Button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape; the click is one beside the panel. */}
      <dialog
        ref={dialog}
        aria-label={t('browse.filters')}
        onClose={() => setIsOpen(false)}
        onClick={(event) => event.target === event.currentTarget && close()}
        className="drawer"
      >
        {isOpen ? (
          <div className="grid min-h-full grid-rows-[auto_1fr_auto]">
            <div className="flex items-center justify-between px-4 pt-4 pb-2">
              <h2 className="display text-title">{t('browse.filters')}</h2>
              <Button kind="quiet" className="min-h-11!" onClick={close}>
                {t('browse.close')}
              </Button>
            </div>
            <div className="px-4 pb-6">{children}</div>
            <div className="sticky bottom-0 border-t border-line bg-paper p-4">
              <Button kind="act" className="w-full" onClick={close}>
                {total ?? t('browse.loading')}
              </Button>
            </div>
          </div>
        ) : null}
      </dialog>
    </div>
  );
}
