import type { Palette } from '../palette';
import type { Detail } from '../scenes/detail';
import type { Room } from '../scenes/room';

/** Draws a whole sheet; the same seed and palette give the same bytes. */
export type Generator = (seed: number, palette: Palette) => string;

/** A print with the view that goes with it: hung in a room, or seen close on the printer's table. */
export type Edition = { name: string; generator: Generator; seed: number; palette: Palette } & (
  | { room: Room }
  | { detail: Detail }
);
