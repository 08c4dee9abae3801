import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { bar, disc, dots, edges, filled, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { num, type Point } from '../svg';

/** Three blocks of flats at ten past two; who is still up is drawn by lot, what they are doing too. */
export function lateShift(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const stars = Array.from(
    { length: 70 },
    (): Point => [rnd.range(plate.x, edges.right), plate.y + rnd.next() ** 1.6 * 620],
  );
  const parts = [
    dots(stars, blend(palette.ground, palette.paper, 0.7), 5),
    disc(edges.left + 250, plate.y + 240, 92, inkAt(palette.inks, 0)),
    disc(edges.left + 290, plate.y + 220, 84, palette.ground),
  ];
  block(rnd, parts, palette, plate.x - 20, 720, 5, 340, 0.32);
  block(rnd, parts, palette, plate.x + 830, 560, 4, 470, 0.3);
  block(rnd, parts, palette, plate.x + 400, 500, 5, 600, 0.12);
  parts.push(bar(plate.x, edges.bottom - 56, plate.width, 56, blend(palette.ink, palette.ground, 0.15)));
  parts.push(lamp(edges.right - 150, palette), lamp(edges.left + 170, palette));
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') });
}

function block(
  rnd: Random,
  parts: string[],
  palette: Palette,
  x: number,
  top: number,
  columns: number,
  height: number,
  pale: number,
): void {
  const wide = columns * 128 + 24;
  const y = plate.y + 1575 - 56 - (1575 - top);
  const wall = blend(palette.ink, palette.ground, pale);
  parts.push(bar(x, y - height + 340, wide, edges.bottom - y, wall));
  parts.push(bar(x - 12, y - height + 328, wide + 24, 22, blend(wall, palette.paper, 0.12)));
  parts.push(
    bar(x + wide * 0.6, y - height + 260, 60, 70, wall),
    stroked(`M${num(x + wide * 0.25)} ${num(y - height + 330)}v-90m-24 20h48m-36 24h24`, wall, 6),
  );
  for (let wy = y - height + 390; wy < edges.bottom - 190; wy += 152)
    for (let i = 0; i < columns; i++) parts.push(pane(rnd, x + 28 + i * 128, wy, wall, palette));
}

function pane(rnd: Random, x: number, y: number, wall: string, palette: Palette): string {
  const [w, h] = [92, 112];
  const lit = rnd.chance(0.36);
  const light = inkAt(palette.inks, rnd.int(0, 3));
  const glass = lit ? light : blend(wall, palette.ink, 0.5);
  const dark = palette.ink;
  const parts = [bar(x - 5, y - 5, w + 10, h + 10, blend(wall, palette.paper, 0.14)), bar(x, y, w, h, glass)];
  if (lit)
    switch (rnd.int(0, 7)) {
      case 0:
        parts.push(
          filled(`M${x + 24} ${y + h}V${y + 78}Q${x + 46} ${y + 58} ${x + 68} ${y + 78}V${y + h}Z`, dark),
          disc(x + 46, y + 48, 16, dark),
        );
        break;
      case 1:
        parts.push(
          stroked(`M${x + 46} ${y}V${y + 30}`, dark, 4),
          filled(`M${x + 26} ${y + 50}L${x + 38} ${y + 28}H${x + 54}L${x + 66} ${y + 50}Z`, dark),
        );
        break;
      case 2:
        parts.push(
          filled(
            `M${x + 14} ${y + h}C${x + 10} ${y + 84} ${x + 30} ${y + 76} ${x + 40} ${y + 84}L${x + 42} ${y + 66}L${x + 52} ${y + 76}H${x + 60}L${x + 70} ${y + 66}C${x + 76} ${y + 86} ${x + 70} ${y + 94} ${x + 72} ${y + h}Z`,
            dark,
          ),
        );
        break;
      case 3:
        parts.push(
          filled(
            `M${x} ${y}H${x + 40}Q${x + 34} ${y + 70} ${x} ${y + h}ZM${x + w} ${y}H${x + w - 40}Q${x + w - 34} ${y + 70} ${x + w} ${y + h}Z`,
            blend(light, dark, 0.4),
          ),
        );
        break;
      case 4:
        parts.push(
          bar(x + 28, y + 88, 36, 24, dark),
          ...[-24, -8, 8, 24].map((d) =>
            stroked(`M${x + 46} ${y + 90}Q${x + 46 + d} ${y + 70} ${x + 46 + d * 1.2} ${y + 50}`, dark, 7),
          ),
        );
        break;
      case 5:
        parts.push(
          ...Array.from({ length: 6 }, (_, i) => bar(x, y + i * 19, w, 9, blend(light, dark, 0.35))),
        );
        break;
      default:
    }
  return parts.join('') + stroked(`M${x + w / 2} ${y}V${y + h}`, blend(wall, palette.paper, 0.14), 5);
}

function lamp(x: number, palette: Palette): string {
  const y = edges.bottom - 56;
  return (
    filled(`M${x - 70} ${y - 326}L${x - 190} ${y}H${x + 50}Z`, inkAt(palette.inks, 0), 0.16) +
    stroked(`M${x} ${y}V${y - 340}Q${x} ${y - 380} ${x - 56} ${y - 372}`, palette.ink, 12) +
    disc(x - 70, y - 356, 22, inkAt(palette.inks, 0))
  );
}
