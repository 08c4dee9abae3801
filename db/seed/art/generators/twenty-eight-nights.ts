import { blend, inkAt, type Palette } from '../palette';
import { random } from '../random';
import { disc, dots, edges, filled } from '../shapes';
import { sheet, sheetId } from '../sheet';
import { el, num, type Point } from '../svg';

/** Phases: one month of moons; the shadow's edge is an ellipse, and the seas are always the same seas. */
export function twentyEightNights(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const r = 92;
  const seas = Array.from({ length: 7 }, () => ({
    x: rnd.bell() * r * 1.1,
    y: rnd.bell() * r * 1.1,
    size: rnd.range(0.12, 0.34) * r,
  }));
  const id = (night: number): string => sheetId(seed, `moon${night}`);
  const defs: string[] = [];
  const parts: string[] = [];
  for (let night = 0; night < 28; night++) {
    const [x, y] = [edges.left + 198 + (night % 4) * 288, edges.top + 146 + Math.floor(night / 4) * 214];
    const turn = (night / 28) * 2 * Math.PI;
    const lit = Math.cos(turn);
    const right = turn < Math.PI;
    const bulge = num(Math.abs(lit) * r);
    const sweep = lit > 0 === right ? 0 : 1;
    const d = `M0 ${-r}A${r} ${r} 0 0 ${right ? 1 : 0} 0 ${r}A${bulge} ${r} 0 0 ${sweep} 0 ${-r}Z`;
    defs.push(el('clipPath', { id: id(night) }, el('path', { d })));
    const face = blend(
      inkAt(palette.inks, 0),
      inkAt(palette.inks, 1),
      (1 + Math.cos((night / 28) * 6.283)) / 2,
    );
    const body = [disc(0, 0, r, blend(palette.ground, palette.paper, 0.08))];
    if (night !== 0)
      body.push(
        filled(d, face),
        el(
          'g',
          { 'clip-path': `url(#${id(night)})` },
          seas.map((sea) => disc(sea.x, sea.y, sea.size, blend(face, palette.ground, 0.24))).join(''),
        ),
      );
    parts.push(el('g', { transform: `translate(${num(x)} ${num(y)})` }, body.join('')));
  }
  const stars = Array.from(
    { length: 90 },
    (): Point => [rnd.range(edges.left, edges.right), rnd.range(edges.top, edges.bottom)],
  );
  return sheet({
    seed,
    palette,
    ground: palette.ground,
    defs: defs.join(''),
    art: dots(stars, blend(palette.ground, palette.paper, 0.45), 4) + parts.join(''),
  });
}
