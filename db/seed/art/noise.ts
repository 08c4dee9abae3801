import { random } from './random';

/** A smooth field: any point of the plane to a value, roughly within -1 and 1. */
export type Field = (x: number, y: number) => number;

const fade = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);
const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** Gradient noise with features about one unit apart. */
export function noise(seed: number): Field {
  const rnd = random(seed);
  const size = 256;
  const gradients = Array.from({ length: size }, () => {
    const turn = rnd.next() * 2 * Math.PI;
    return [Math.cos(turn), Math.sin(turn)] as const;
  });
  const order = Array.from({ length: size }, () => rnd.int(0, size - 1));
  const corner = (ix: number, iy: number, dx: number, dy: number): number => {
    const row = order[iy & (size - 1)] ?? 0;
    const [gx, gy] = gradients[(order[(ix + row) & (size - 1)] ?? 0) & (size - 1)] ?? [1, 0];
    return gx * dx + gy * dy;
  };
  return (x, y) => {
    const ix = Math.floor(x);
    const iy = Math.floor(y);
    const dx = x - ix;
    const dy = y - iy;
    const u = fade(dx);
    const top = mix(corner(ix, iy, dx, dy), corner(ix + 1, iy, dx - 1, dy), u);
    const bottom = mix(corner(ix, iy + 1, dx, dy - 1), corner(ix + 1, iy + 1, dx - 1, dy - 1), u);
    return 1.5 * mix(top, bottom, fade(dy));
  };
}

/** Octaves of gradient noise, each half as strong and twice as fine as the one before. */
export function fractalNoise(seed: number, octaves: number): Field {
  // Each octave is turned: on one common grid the coasts of an island run north-south and east-west.
  const layers = Array.from({ length: octaves }, (_, octave) => {
    const layer = noise(seed + octave * 7919);
    const [c, s] = [Math.cos(octave + 0.6), Math.sin(octave + 0.6)];
    const scale = 2 ** octave;
    return (x: number, y: number) => layer((x * c - y * s) * scale, (x * s + y * c) * scale) / scale;
  });
  return (x, y) => layers.reduce((sum, layer) => sum + layer(x, y), 0);
}
