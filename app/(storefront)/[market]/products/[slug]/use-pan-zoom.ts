'use client';

import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

const MOST = 5;
const TAP_MS = 300;
const TAP_PX = 8;
const SWIPE_PX = 60;
const AT_A_TAP = 2.5;

type Point = { readonly x: number; readonly y: number };

const REST = { scale: 1, x: 0, y: 0 };

const between = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);
const clamp = (value: number, most: number) => Math.max(-most, Math.min(most, value));

/**
 * Makes an element larger and moves it inside its frame: two fingers, wheel, tap, drag. The transform is set without
 * rendering; what depends on it is told only when it changes sides.
 */
export function usePanZoom(
  target: RefObject<HTMLElement | null>,
  { onSwipe }: { onSwipe: (step: number) => void },
) {
  const view = useRef(REST);
  const fingers = useRef(new Map<number, Point>());
  const start = useRef<(Point & { at: number }) | null>(null);
  const [level, setLevel] = useState<'rest' | 'zoomed' | 'largest'>('rest');

  function show(next: typeof REST, isSmooth: boolean) {
    const node = target.current;
    if (node === null) return;
    const scale = Math.max(1, Math.min(MOST, next.scale));
    const room = { x: (node.offsetWidth * (scale - 1)) / 2, y: (node.offsetHeight * (scale - 1)) / 2 };
    view.current = { scale, x: clamp(next.x, room.x), y: clamp(next.y, room.y) };
    node.style.transitionDuration = isSmooth ? '' : '0ms';
    node.style.transform = `translate(${view.current.x}px, ${view.current.y}px) scale(${scale})`;
    setLevel(scale === 1 ? 'rest' : scale === MOST ? 'largest' : 'zoomed');
  }

  /** Zooms so that the point under the finger stays under it. */
  function by(factor: number, around?: Point, isSmooth = true) {
    const node = target.current;
    if (node === null) return;
    const { scale, x, y } = view.current;
    const to = Math.max(1, Math.min(MOST, scale * factor));
    const box = node.parentElement?.getBoundingClientRect() ?? node.getBoundingClientRect();
    const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const at = around ?? centre;
    const ratio = to / scale;
    const off = { x: at.x - centre.x, y: at.y - centre.y };
    show({ scale: to, x: off.x - (off.x - x) * ratio, y: off.y - (off.y - y) * ratio }, isSmooth);
  }

  const pan = (dx: number, dy: number, isSmooth = true) =>
    show({ ...view.current, x: view.current.x + dx, y: view.current.y + dy }, isSmooth);

  const surface = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = { x: event.clientX, y: event.clientY };
      fingers.current.set(event.pointerId, at);
      start.current = fingers.current.size === 1 ? { ...at, at: event.timeStamp } : null;
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const last = fingers.current.get(event.pointerId);
      if (last === undefined) return;
      const at = { x: event.clientX, y: event.clientY };
      const [other] = [...fingers.current].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
      fingers.current.set(event.pointerId, at);
      if (other !== undefined) {
        by(distance(at, other) / Math.max(1, distance(last, other)), between(at, other), false);
      } else if (view.current.scale > 1) pan(at.x - last.x, at.y - last.y, false);
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const begun = start.current;
      fingers.current.delete(event.pointerId);
      if (begun === null || fingers.current.size > 0) return;
      start.current = null;
      const moved = { x: event.clientX - begun.x, y: event.clientY - begun.y };
      const isTap = Math.hypot(moved.x, moved.y) < TAP_PX && event.timeStamp - begun.at < TAP_MS;
      if (isTap) {
        if (view.current.scale > 1) show(REST, true);
        else by(AT_A_TAP, { x: event.clientX, y: event.clientY });
      } else if (view.current.scale === 1 && Math.abs(moved.x) > SWIPE_PX) onSwipe(moved.x < 0 ? 1 : -1);
    },
    onPointerCancel(event: PointerEvent<HTMLElement>) {
      fingers.current.delete(event.pointerId);
      start.current = null;
    },
  };

  // A wheel listener that may prevent scrolling cannot be given as a property.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads nothing but refs.
  useEffect(() => {
    const frame = target.current?.parentElement;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      by(Math.exp(-event.deltaY / 300), { x: event.clientX, y: event.clientY }, false);
    };
    frame?.addEventListener('wheel', onWheel, { passive: false });
    return () => frame?.removeEventListener('wheel', onWheel);
  }, []);

  return {
    surface,
    by,
    pan,
    reset: () => show(REST, true),
    isZoomed: level !== 'rest',
    isLargest: level === 'largest',
  };
}
