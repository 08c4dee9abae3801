'use client';

import { lazy, type MouseEvent, type ReactNode, Suspense, useState } from 'react';
import type { ProductImage } from '@/lib/catalog/model';

// Its code comes with the first picture that is opened.
const ZoomDialog = lazy(() => import('./zoom-dialog').then((loaded) => ({ default: loaded.ZoomDialog })));

/** Opens the picture that was chosen inside it, large. The pictures themselves are made by the server. */
export function ZoomArea({
  images,
  label,
  className,
  children,
}: {
  images: readonly ProductImage[];
  label: string;
  className: string;
  children: ReactNode;
}) {
  const [shown, setShown] = useState<number>();

  function open(event: MouseEvent<HTMLElement>) {
    const link = event.target instanceof Element ? event.target.closest('[data-picture]') : null;
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setShown(Number(link.getAttribute('data-picture')));
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what is clicked, by keyboard as well.
    <section aria-label={label} className={className} onClick={open}>
      {children}
      {shown === undefined ? null : (
        <Suspense>
          <ZoomDialog images={images} first={shown} onClose={() => setShown(undefined)} />
        </Suspense>
      )}
    </section>
  );
}
