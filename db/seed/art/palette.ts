/** The colours of one edition, as six-digit hex: the sheet, what is printed first, the darkest ink, the others. */
export type Palette = {
  paper: string;
  ground: string;
  ink: string;
  inks: readonly [string, ...string[]];
};

/** The n-th colour, going round when the list is shorter. */
export function inkAt(inks: Palette['inks'], index: number): string {
  const length = inks.length;
  return inks[((Math.floor(index) % length) + length) % length] ?? inks[0];
}

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** A colour between two others; `share` 0 is the first, 1 the second. */
export function blend(from: string, to: string, share: number): string {
  const t = Math.min(1, Math.max(0, share));
  const target = channels(to);
  const mixed = channels(from).map((value, i) => Math.round(value + ((target[i] ?? value) - value) * t));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** A colour along a row of colours laid out evenly from 0 to 1. */
export function ramp(inks: Palette['inks'], share: number): string {
  const at = Math.min(1, Math.max(0, share)) * (inks.length - 1);
  return blend(inkAt(inks, at), inkAt(inks, Math.min(at + 1, inks.length - 1)), at - Math.floor(at));
}
