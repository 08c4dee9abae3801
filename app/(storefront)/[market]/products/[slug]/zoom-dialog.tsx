'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useText } from '@/app/components/text/text-provider';
import type { ProductImage } from '@/lib/catalog/model';
import { isOurs, largest } from './largest';
import { usePanZoom } from './use-pan-zoom';

const STEP = 1.5;

const CONTROL =
  'grid size-11 place-items-center text-xl transition-colors hover:bg-ground disabled:text-edge disabled:hover:bg-transparent';

/**
 * Pictures as large as the window, to look at closely: pinch, wheel, double tap or + and −; arrows go to the next, or move a
 * picture that is larger than the window. A modal <dialog>, so Escape closes it and the focus goes back to its picture.
 */
export function ZoomDialog({
  images,
  first,
  onClose,
}: {
  images: readonly ProductImage[];
  first: number;
  onClose: () => void;
}) {
  const { t } = useText();
  const [index, setIndex] = useState(first);
  const dialog = useRef<HTMLDialogElement>(null);
  const picture = useRef<HTMLImageElement>(null);
  const go = (step: number) => {
    const next = index + step;
    if (next < 0 || next >= images.length) return;
    setIndex(next);
    zoom.reset();
  };
  const zoom = usePanZoom(picture, { onSwipe: go });
  useEffect(() => {
    const node = dialog.current;
    if (!node?.open) node?.showModal();
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    const act = keyActs.get(event.key);
    if (act === undefined || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    act();
  }
  const move = (x: number, y: number) => (zoom.isZoomed ? zoom.pan(x, y) : go(-Math.sign(x)));
  const keyActs = new Map<string, () => void>([
    ['+', () => zoom.by(STEP)],
    ['=', () => zoom.by(STEP)],
    ['-', () => zoom.by(1 / STEP)],
    ['0', zoom.reset],
    ['ArrowLeft', () => move(80, 0)],
    ['ArrowRight', () => move(-80, 0)],
    ['ArrowUp', () => zoom.pan(0, 80)],
    ['ArrowDown', () => zoom.pan(0, -80)],
  ]);

  const image = images[index];
  if (image === undefined) return null;
  return (
    <dialog
      ref={dialog}
      aria-label={t('product.enlarged')}
      onClose={onClose}
      onKeyDown={onKeyDown}
      className="fixed inset-0 size-full max-h-none max-w-none overflow-hidden bg-paper text-ink"
    >
      <div {...zoom.surface} className="relative size-full touch-none overflow-hidden select-none">
        <picture className="contents">
          {isOurs(image.url) ? <source type="image/avif" srcSet={largest(image.url, 'avif')} /> : null}
          <img
            ref={picture}
            src={largest(image.url)}
            alt={image.alt}
            width={1600}
            height={2000}
            draggable={false}
            className={`absolute inset-0 size-full object-contain p-4 transition-transform sm:p-12 ${zoom.isZoomed ? 'cursor-grab' : 'cursor-zoom-in'}`}
          />
        </picture>
      </div>
      <p role="status" className="figures absolute top-3 left-4 bg-paper px-2 py-2 text-sm">
        {t('product.pictureOf', { number: index + 1, count: images.length })}
      </p>
      <button
        type="button"
        className="absolute top-2 right-4 min-h-11 bg-paper px-3 underline-offset-4 hover:underline"
        onClick={() => dialog.current?.close()}
      >
        {t('product.close')}
      </button>
      <div className="absolute bottom-4 left-1/2 flex -translate-x-1/2 border border-line bg-paper">
        <Control name={t('product.previous')} isOff={index === 0} onClick={() => go(-1)}>
          ←
        </Control>
        <Control name={t('product.smaller')} isOff={!zoom.isZoomed} onClick={() => zoom.by(1 / STEP)}>
          −
        </Control>
        <Control name={t('product.larger')} isOff={zoom.isLargest} onClick={() => zoom.by(STEP)}>
          +
        </Control>
        <Control name={t('product.next')} isOff={index === images.length - 1} onClick={() => go(1)}>
          →
        </Control>
      </div>
    </dialog>
  );
}

function Control({
  name,
  isOff,
  onClick,
  children,
}: {
  name: string;
  isOff: boolean;
  onClick: () => void;
  children: string;
}) {
  return (
    // Not `disabled`: a control that turns itself off would drop the focus.
    <button
      type="button"
      aria-label={name}
      aria-disabled={isOff}
      className={`${CONTROL} aria-disabled:cursor-default aria-disabled:text-edge`}
      onClick={() => {
        if (!isOff) onClick();
      }}
    >
      <span aria-hidden="true">{children}</span>
    </button>
  );
}
