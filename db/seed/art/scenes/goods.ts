import { blend } from '../palette';
import { el, sheetHeight, sheetWidth } from '../svg';
import { beach, cushion, scarf, tote, towel } from './cloth-wares';
import { scene } from './inset';
import { coasters, hanger, jigsaw, mug, notebook, wrap } from './other-wares';
import type { Draw } from './ware-parts';

/** What an image is printed on. `ground`: what it lies on or hangs before; `accent`: its own colour: rim, cloth, ribbon. */
export type Ware = { on: keyof typeof wares; ground: string; accent: string };

/** A thing with a print on it, photographed on a plain ground as a shop does. `print` is a sheet as a generator returns it. */
export function goods(print: string, { on, ground, accent }: Ware): string {
  return scene(
    el('rect', { width: sheetWidth, height: sheetHeight, fill: ground }) +
      light(ground) +
      wares[on](print, accent, ground),
  );
}

const light = (ground: string): string =>
  el('path', { d: 'M-100 1500L1700 1260V2100H-100Z', fill: blend(ground, '#ffffff', 0.12) });

const wares = {
  mug,
  tote,
  towel,
  notebook,
  scarf,
  wrap,
  cushion,
  jigsaw,
  coasters,
  beach,
  hanger,
} satisfies Record<string, Draw>;
