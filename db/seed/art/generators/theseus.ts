import { inkAt, type Palette } from '../palette';
import { random } from '../random';
import { away, disc, edges, stroked } from '../shapes';
import { sheet } from '../sheet';
import { num, type Point } from '../svg';

const rings = 12;
const width = 43;
const inner = 62;
/** Cells of a ring: doubled where they would get too wide. */
const cellsOf = (ring: number): number => (ring < 1 ? 8 : ring < 3 ? 16 : ring < 7 ? 32 : 64);

type Cell = { ring: number; at: number };

const key = ({ ring, at }: Cell): string => `${ring}:${at}`;

/** A labyrinth dug by a walk that turns back only when it must, and the red thread that leads to its middle. */
export function theseus(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const open = new Set<string>();
  const from = new Map<string, Cell>();
  const stack: Cell[] = [{ ring: 0, at: 0 }];
  const seen = new Set([key({ ring: 0, at: 0 })]);
  while (stack.length > 0) {
    const here = stack[stack.length - 1] ?? { ring: 0, at: 0 };
    const next = neighbours(here).filter((cell) => !seen.has(key(cell)));
    if (next.length === 0) {
      stack.pop();
      continue;
    }
    const step = next[rnd.int(0, next.length - 1)] ?? here;
    open.add(`${key(here)}|${key(step)}`).add(`${key(step)}|${key(here)}`);
    from.set(key(step), here);
    seen.add(key(step));
    stack.push(step);
  }
  const gate = { ring: rings - 1, at: rnd.int(0, 2) };
  return sheet({
    seed,
    palette,
    ground: palette.ground,
    art: walls(open, gate, palette) + thread(from, gate, palette),
  });
}

function neighbours({ ring, at }: Cell): Cell[] {
  const count = cellsOf(ring);
  const found: Cell[] = [
    { ring, at: (at + 1) % count },
    { ring, at: (at + count - 1) % count },
  ];
  if (ring > 0) found.push({ ring: ring - 1, at: Math.floor((at * cellsOf(ring - 1)) / count) });
  if (ring < rings - 1) {
    const share = cellsOf(ring + 1) / count;
    for (let n = 0; n < share; n++) found.push({ ring: ring + 1, at: at * share + n });
  }
  return found;
}

const middle: Point = [edges.cx, edges.cy];
const radius = (ring: number): number => inner + ring * width;
const angleOf = (ring: number, at: number): number => (at / cellsOf(ring)) * 2 * Math.PI + Math.PI / 2;

function arc(r: number, from: number, to: number): string {
  const [ax, ay] = away(middle, from, r);
  const [bx, by] = away(middle, to, r);
  return `M${num(ax)} ${num(ay)}A${num(r)} ${num(r)} 0 0 1 ${num(bx)} ${num(by)}`;
}

function walls(open: ReadonlySet<string>, gate: Cell, palette: Palette): string {
  const drawn: string[] = [];
  for (let ring = 0; ring < rings; ring++)
    for (let at = 0; at < cellsOf(ring); at++) {
      const here = { ring, at };
      const beside = { ring, at: (at + 1) % cellsOf(ring) };
      if (!open.has(`${key(here)}|${key(beside)}`)) {
        const [ax, ay] = away(middle, angleOf(ring, at + 1), radius(ring));
        const [bx, by] = away(middle, angleOf(ring, at + 1), radius(ring + 1));
        drawn.push(`M${num(ax)} ${num(ay)}L${num(bx)} ${num(by)}`);
      }
      const below = { ring: ring - 1, at: Math.floor((at * cellsOf(Math.max(0, ring - 1))) / cellsOf(ring)) };
      if (ring > 0 && !open.has(`${key(here)}|${key(below)}`))
        drawn.push(arc(radius(ring), angleOf(ring, at), angleOf(ring, at + 1)));
      if (ring === rings - 1 && at !== gate.at)
        drawn.push(arc(radius(rings), angleOf(ring, at), angleOf(ring, at + 1)));
    }
  return stroked(drawn.join(''), palette.ink, 11);
}

function thread(from: ReadonlyMap<string, Cell>, gate: Cell, palette: Palette): string {
  const centre = ({ ring, at }: Cell): Point => away(middle, angleOf(ring, at + 0.5), radius(ring + 0.5));
  const path: Cell[] = [];
  for (let cell: Cell | undefined = gate; cell; cell = from.get(key(cell))) path.push(cell);
  const start = away(middle, angleOf(gate.ring, gate.at + 0.5), radius(rings) + 62);
  let d = `M${num(start[0])} ${num(start[1])}L${centre(gate).map(num).join(' ')}`;
  path.forEach((cell, i) => {
    const before = path[i - 1];
    if (!before) return;
    const [x, y] = centre(cell);
    if (before.ring === cell.ring) {
      const forward = (cell.at - before.at + cellsOf(cell.ring)) % cellsOf(cell.ring) === 1;
      d += `A${num(radius(cell.ring + 0.5))} ${num(radius(cell.ring + 0.5))} 0 0 ${forward ? 1 : 0} ${num(x)} ${num(y)}`;
    } else d += `L${num(x)} ${num(y)}`;
  });
  return (
    stroked(`${d}L${num(middle[0])} ${num(middle[1])}`, inkAt(palette.inks, 0), 12) +
    disc(middle[0], middle[1], 26, inkAt(palette.inks, 0)) +
    disc(start[0], start[1], 15, inkAt(palette.inks, 0))
  );
}
