import { blend } from '../palette';
import type { Random } from '../random';
import { el, num } from '../svg';
import { bed, desk, kitchen } from './more-furniture';

type Colours = { wall: string; accent: string };
type Piece = (rnd: Random, colours: Colours) => string;

const wood = '#7a5238';
const shadow = (cx: number, cy: number, rx: number, ry: number): string =>
  el('ellipse', { cx, cy, rx, ry, fill: '#2b1d14', opacity: '0.38', filter: 'url(#near)' });
const box = (x: number, y: number, width: number, height: number, fill: string, rx = 0): string =>
  el('rect', { x, y, width, height, fill, ...(rx > 0 ? { rx } : {}) });
const shape = (d: string, fill: string): string => el('path', { d, fill });
const stroke = (d: string, colour: string, width: number): string =>
  el('path', {
    d,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });

/** A leaf from its foot, `length` long, turned by `degrees` from upright. */
function leaf(x: number, y: number, length: number, degrees: number, fill: string): string {
  const w = length * 0.24;
  const d = `M0 0C${num(-w * 1.5)} ${num(-length * 0.35)} ${num(-w)} ${num(-length * 0.8)} 0 ${num(-length)}C${num(w)} ${num(-length * 0.8)} ${num(w * 1.5)} ${num(-length * 0.35)} 0 0Z`;
  return el('path', { d, fill, transform: `translate(${num(x)} ${num(y)}) rotate(${Math.round(degrees)})` });
}

function vase(x: number, foot: number, colour: string): string {
  return (
    shape(
      `M${x - 34} ${foot}C${x - 86} ${foot - 60} ${x - 66} ${foot - 140} ${x - 24} ${foot - 168}V${foot - 204}H${x + 24}V${foot - 168}C${x + 66} ${foot - 140} ${x + 86} ${foot - 60} ${x + 34} ${foot}Z`,
      colour,
    ) +
    shape(
      `M${x + 10} ${foot}C${x + 62} ${foot - 60} ${x + 46} ${foot - 140} ${x + 10} ${foot - 168}V${foot - 204}H${x + 24}V${foot - 168}C${x + 66} ${foot - 140} ${x + 86} ${foot - 60} ${x + 34} ${foot}Z`,
      blend(colour, '#201812', 0.16),
    )
  );
}

function books(x: number, foot: number, accent: string): string {
  const stack = [
    [0, 230, 34, '#e9dfcc'],
    [14, 206, 28, accent],
    [6, 190, 40, '#3d4a52'],
  ] as const;
  let y = foot;
  return stack
    .map(([dx, width, height, fill]) => {
      y -= height;
      return (
        box(x + dx, y, width, height, fill, 3) + box(x + dx + 18, y, 6, height, blend(fill, '#ffffff', 0.3))
      );
    })
    .join('');
}

const sideboard: Piece = (rnd, { accent }) => {
  const twigs = Array.from({ length: 5 }, (_, i) => {
    const lean = (i - 2) * 46 + rnd.bell() * 20;
    const tip = rnd.range(250, 360);
    const stem = stroke(
      `M420 1205Q${num(420 + lean * 0.3)} ${num(1205 - tip * 0.5)} ${num(420 + lean)} ${num(1205 - tip)}`,
      '#5d5a3c',
      5,
    );
    const leaves = [0.45, 0.62, 0.8, 1].map((share, n) =>
      leaf(
        420 + lean * share ** 1.4,
        1205 - tip * share,
        62,
        lean * 0.4 + (n % 2 ? 48 : -48),
        blend('#6f7f55', '#39492f', rnd.next() * 0.6),
      ),
    );
    return stem + leaves.join('');
  });
  return [
    shadow(800, 1722, 590, 26),
    box(300, 1660, 26, 70, '#3f2a1d'),
    box(1274, 1660, 26, 70, '#3f2a1d'),
    box(240, 1400, 1120, 270, wood, 6),
    box(240, 1400, 1120, 16, blend(wood, '#ffffff', 0.18), 6),
    box(240, 1652, 1120, 18, blend(wood, '#000000', 0.25), 6),
    ...[612, 986].map((x) => box(x, 1418, 4, 234, blend(wood, '#000000', 0.4))),
    ...[572, 640, 1014].map((x) => el('circle', { cx: x, cy: 1530, r: 9, fill: '#d3b380' })),
    ...twigs,
    vase(420, 1400, '#e8ddc9'),
    books(960, 1400, accent),
    shape('M1028 1298C1028 1262 1044 1250 1068 1250S1108 1262 1108 1298Z', accent),
  ].join('');
};

const armchair: Piece = (_, { accent }) => {
  const dark = blend(accent, '#1c1512', 0.28);
  return [
    shadow(980, 1806, 420, 34),
    shadow(250, 1762, 130, 20),
    stroke('M250 1756V640', '#2b2826', 13),
    el('ellipse', { cx: 250, cy: 1756, rx: 104, ry: 18, fill: '#2b2826' }),
    shape('M172 440H328L384 660H116Z', '#efe2c6'),
    shape('M286 440H328L384 660H318Z', '#dccba8'),
    stroke('M742 1690L706 1800M1216 1690L1252 1800', '#4a3222', 24),
    shape('M700 1180C700 1110 760 1080 830 1080H1130C1200 1080 1260 1110 1260 1180V1560H700Z', dark),
    shape('M752 1190C752 1150 790 1128 840 1128H1120C1170 1128 1208 1150 1208 1190V1520H752Z', accent),
    box(740, 1470, 480, 130, blend(accent, '#ffffff', 0.12), 44),
    box(640, 1360, 130, 350, accent, 58),
    box(1190, 1360, 130, 350, accent, 58),
    box(700, 1590, 560, 112, dark, 26),
    box(640, 1560, 130, 150, accent, 50),
    box(1190, 1560, 130, 150, accent, 50),
    el('rect', {
      x: 858,
      y: 1240,
      width: 240,
      height: 220,
      rx: 34,
      fill: '#ece0c8',
      transform: 'rotate(-9 978 1350)',
    }),
    el('path', {
      d: 'M876 1290L1082 1257M884 1340L1090 1307M892 1390L1098 1357',
      stroke: blend(accent, '#ece0c8', 0.3),
      'stroke-width': 8,
      transform: 'translate(0 14)',
    }),
  ].join('');
};

const ledge: Piece = (rnd, { wall, accent }) => {
  const board = '#c9a377';
  const sprigs = Array.from({ length: 7 }, (_, i) =>
    leaf(1360, 1300, rnd.range(150, 240), (i - 3) * 22 + rnd.bell() * 8, blend('#7c8c63', '#3f5238', i / 7)),
  );
  return [
    el('rect', {
      x: 60,
      y: 1500,
      width: 1480,
      height: 90,
      fill: blend(wall, '#1a1512', 0.7),
      opacity: '0.34',
      filter: 'url(#soft)',
    }),
    ...sprigs,
    shape('M1286 1300H1434L1416 1476H1304Z', accent),
    shape('M1382 1300H1434L1416 1476H1372Z', blend(accent, '#1a1512', 0.18)),
    box(1278, 1288, 164, 30, blend(accent, '#ffffff', 0.12), 4),
    box(130, 1210, 46, 266, '#3d4a52', 3),
    box(180, 1236, 58, 240, '#e9dfcc', 3),
    box(242, 1190, 38, 286, accent, 3),
    el('rect', {
      x: 292,
      y: 1222,
      width: 50,
      height: 254,
      rx: 3,
      fill: '#8a7358',
      transform: 'rotate(-6 342 1476)',
    }),
    box(60, 1476, 1480, 40, board),
    box(60, 1476, 1480, 8, blend(board, '#ffffff', 0.35)),
    box(60, 1448, 1480, 34, blend(board, '#ffffff', 0.1)),
    box(60, 1480, 1480, 3, blend(board, '#000000', 0.3)),
  ].join('');
};

const bench: Piece = (_, { accent }) => {
  const dark = blend(wood, '#000000', 0.3);
  return [
    shadow(800, 1790, 560, 28),
    stroke('M390 1530L350 1786M1210 1530L1250 1786', dark, 30),
    stroke('M480 1530L464 1740M1120 1530L1136 1740', blend(dark, '#000000', 0.3), 24),
    box(290, 1490, 1020, 48, wood, 10),
    box(290, 1490, 1020, 12, blend(wood, '#ffffff', 0.2), 10),
    el('rect', {
      x: 360,
      y: 1290,
      width: 250,
      height: 204,
      rx: 40,
      fill: accent,
      transform: 'rotate(-5 480 1490)',
    }),
    shape('M900 1490C880 1460 920 1440 1000 1440H1190C1230 1440 1240 1470 1220 1490Z', '#e6dac3'),
    shape(
      'M930 1490L918 1610L960 1596L1000 1616L1040 1598L1076 1612L1070 1490Z',
      blend('#e6dac3', '#8c7c66', 0.16),
    ),
    box(628, 1700, 72, 84, '#4b3527', 12),
    shape('M628 1740H700L760 1758C780 1766 780 1786 768 1786H628Z', '#4b3527'),
    box(790, 1706, 72, 84, '#563d2d', 12),
    shape('M790 1746H862L922 1764C942 1772 942 1792 930 1792H790Z', '#563d2d'),
  ].join('');
};

const floor: Piece = (rnd, { accent }) => {
  const stems = Array.from({ length: 7 }, (_, i) => {
    const lean = (i - 3.2) * 58;
    const tip = 1480 - rnd.range(420, 900) + Math.abs(lean);
    const x = 1290 + lean;
    const green = blend('#3f5a3f', '#82966a', rnd.next());
    const side = lean < 0 ? -1 : 1;
    return (
      stroke(
        `M1290 1500Q${num(1290 + lean * 0.2)} ${num((tip + 1500) / 2)} ${num(x)} ${num(tip)}`,
        '#4d5a3a',
        8,
      ) +
      leaf(x, tip + 16, 250, lean * 0.28 + side * 10, green) +
      leaf(1290 + lean * 0.62, tip + 190, 200, lean * 0.3 + side * 46, blend(green, '#26382a', 0.3)) +
      leaf(1290 + lean * 0.4, tip + 330, 170, lean * 0.2 - side * 50, blend(green, '#26382a', 0.15))
    );
  });
  return [
    shadow(720, 1712, 470, 20),
    shadow(1300, 1838, 210, 26),
    ...stems,
    shape('M1130 1490H1450L1412 1836H1168Z', accent),
    shape('M1340 1490H1450L1412 1836H1318Z', blend(accent, '#1c1512', 0.18)),
    box(1112, 1470, 356, 58, blend(accent, '#ffffff', 0.12), 6),
  ].join('');
};

/** What stands around the print, by arrangement. */
export const furniture = { sideboard, armchair, ledge, bench, floor, bed, desk, kitchen };
