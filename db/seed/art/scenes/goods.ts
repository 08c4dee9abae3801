import { blend } from '../palette';
import { bar, disc, filled, moved, oval, stroked } from '../shapes';
import { plate } from '../sheet';
import { el, num, sheetHeight, sheetWidth } from '../svg';
import { inset, scene } from './inset';

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

type Box = { x: number; y: number; width: number; height: number };
type Draw = (print: string, accent: string, ground: string) => string;

const ink = '#17110d';
const soft = (d: string, opacity: string): string =>
  el('path', { d, fill: ink, opacity, filter: 'url(#soft)' });

/** A part of the plate with the proportions of what it is to cover. */
function partFor({ width, height }: Box, share = 1): Box {
  const scale = Math.min(plate.width / width, plate.height / height) * share;
  const [w, h] = [width * scale, height * scale];
  return { x: plate.x + (plate.width - w) / 2, y: plate.y + (plate.height - h) / 2, width: w, height: h };
}

/** The print inside an outline. */
function cut(id: string, d: string, print: string, box: Box, share?: number): string {
  return (
    el('clipPath', { id }, el('path', { d })) +
    el('g', { 'clip-path': `url(#${id})` }, inset(print, box, partFor(box, share)))
  );
}

/** Shade from left to right, as on something round. */
function rounded(id: string, d: string, edge = 0.34): string {
  const stop = (offset: number, colour: string, opacity: number): string =>
    el('stop', { offset: String(offset), 'stop-color': colour, 'stop-opacity': String(opacity) });
  const stops = [
    stop(0, ink, edge),
    stop(0.22, ink, 0),
    stop(0.38, '#ffffff', 0.22),
    stop(0.52, '#ffffff', 0),
    stop(1, ink, edge + 0.08),
  ];
  return (
    el('defs', {}, el('linearGradient', { id }, stops.join(''))) + el('path', { d, fill: `url(#${id})` })
  );
}

const light = (ground: string): string =>
  el('path', { d: 'M-100 1500L1700 1260V2100H-100Z', fill: blend(ground, '#ffffff', 0.12) });

const rectangle = ({ x, y, width, height }: Box): string =>
  `M${num(x)} ${num(y)}h${num(width)}v${num(height)}h${num(-width)}Z`;

const mug: Draw = (print, accent) => {
  const d = 'M420 720H1080L1066 1390Q1064 1450 1000 1450H500Q436 1450 434 1390Z';
  return [
    soft('M430 1420H1120Q1340 1440 1300 1490H420Z', '0.4'),
    stroked('M1060 860C1290 820 1310 1240 1056 1260', blend(accent, ink, 0.18), 76),
    stroked('M1060 856C1276 820 1294 1236 1056 1256', accent, 62),
    filled(d, '#f3ecdf'),
    cut('mug-art', 'M420 770H1080L1069 1330H431Z', print, { x: 420, y: 770, width: 660, height: 560 }),
    rounded('mug-shade', d),
    oval(750, 720, 330, 58, accent),
    oval(750, 724, 304, 46, blend('#f3ecdf', ink, 0.42)),
    oval(756, 742, 270, 30, '#4a2d1d'),
  ].join('');
};

const tote: Draw = (print, accent) => {
  const bag = 'M380 760H1220L1266 1750Q1266 1780 1236 1780H364Q334 1780 334 1750Z';
  return [
    soft('M360 800H1270L1330 1830H350Z', '0.34'),
    stroked('M560 770C540 300 620 190 800 190S1060 300 1040 770', blend(accent, ink, 0.2), 50),
    filled(bag, accent),
    filled('M380 760H1220L1224 840H376Z', blend(accent, ink, 0.07)),
    stroked('M384 832H1216', blend(accent, ink, 0.25), 3),
    inset(print, { x: 520, y: 960, width: 560, height: 700 }, plate),
    filled('M334 1750L380 760H430Q400 1300 470 1780H364Q334 1780 334 1750Z', ink, 0.07),
    filled('M1266 1750L1220 760H1180Q1190 1300 1120 1780H1236Q1266 1780 1266 1750Z', ink, 0.1),
    ...[560, 1040].map((x) => bar(x - 25, 760, 50, 96, blend(accent, ink, 0.2))),
    stroked('M470 1780Q640 1690 600 1500', blend(accent, ink, 0.14), 5),
  ].join('');
};

const towel: Draw = (print, accent) => {
  const cloth = { x: 400, y: 360, width: 800, height: 1260 };
  const fold = (x: number, w: number, o: number): string =>
    filled(`M${x} 360Q${x + w * 0.3} 900 ${x + 10} 1620H${x + w}Q${x + w * 0.8} 900 ${x + w} 360Z`, ink, o);
  return [
    bar(180, 330, 1240, 30, '#8a6244', 15),
    bar(180, 330, 1240, 9, '#b58c63', 6),
    ...[230, 1370].map((x) => disc(x, 345, 30, '#5f4330')),
    soft('M430 400H1240V1680H430Z', '0.36'),
    filled(rectangle(cloth), '#f4eee0'),
    cut('towel-art', rectangle({ x: 430, y: 420, width: 740, height: 1140 }), print, {
      x: 430,
      y: 420,
      width: 740,
      height: 1140,
    }),
    stroked('M414 1604H1186', accent, 7),
    stroked('M414 382H1186', accent, 7),
    fold(520, 70, 0.07),
    fold(760, 54, 0.1),
    fold(1010, 90, 0.06),
    filled('M400 330H1200V420Q800 396 400 420Z', ink, 0.12),
    stroked('M800 360Q770 300 800 262Q830 300 800 360', accent, 12),
  ].join('');
};

const notebook: Draw = (print, accent) => {
  const cover = { x: 440, y: 420, width: 780, height: 1100 };
  return [
    soft('M480 480H1330L1350 1640H470Z', '0.42'),
    filled('M1220 436L1262 470V1556L1220 1520Z', '#efe6d3'),
    stroked(
      Array.from({ length: 9 }, (_, i) => `M${1224 + i * 4.2} ${440 + i * 3.4}V${1522 + i * 3.4}`).join(''),
      '#cbbfa6',
      1.6,
    ),
    filled('M440 1520L486 1556H1262L1220 1520Z', '#e2d7c0'),
    filled('M486 1556H1262L1268 1570H492Z', blend(accent, ink, 0.3)),
    cut('book-art', rectangle(cover), print, cover),
    bar(440, 420, 92, 1100, accent),
    bar(526, 420, 7, 1100, ink, 0),
    bar(1130, 420, 20, 1100, blend(accent, ink, 0.35)),
    filled('M640 620H1010V800H640Z', '#f6f0e2'),
    stroked('M640 620H1010V800H640Z', accent, 5),
    stroked('M690 690H960M720 736H930', blend(accent, ink, 0.2), 5),
    stroked('M860 1520V1690L890 1664L920 1690V1556', accent, 18),
  ].join('');
};

const scarf: Draw = (print, accent) => {
  const square = 'M800 300L1420 960L800 1660L180 960Z';
  const folds = 'M800 300Q760 900 800 1660M800 300Q980 960 1130 1290M800 300Q600 980 480 1290';
  return [
    soft('M830 360L1460 1010L830 1730L210 1010Z', '0.34'),
    filled(square, accent),
    cut('scarf-art', 'M800 372L1352 960L800 1584L248 960Z', print, {
      x: 180,
      y: 300,
      width: 1240,
      height: 1360,
    }),
    filled('M800 300Q760 900 800 1660L640 1476Q690 900 800 300Z', ink, 0.12),
    filled('M800 300Q980 960 1130 1290L1250 1152Q1060 860 800 300Z', ink, 0.1),
    filled('M800 300Q600 980 480 1290L400 1206Q560 900 800 300Z', '#ffffff', 0.14),
    stroked(folds, blend(accent, ink, 0.3), 2),
    stroked('M800 300L1420 960L800 1660L180 960Z', blend(accent, ink, 0.25), 5),
  ].join('');
};

const wrap: Draw = (print, accent) => {
  const roll = (x: number, turn: number, i: number): string => {
    const body = { x: -95, y: -640, width: 190, height: 1280 };
    return moved(
      [
        el('rect', { ...body, x: -70, y: -600, fill: ink, opacity: '0.4', filter: 'url(#near)' }),
        cut(`roll${i}`, rectangle(body), print, body, 0.8),
        rounded(`roll-shade${i}`, rectangle(body)),
        oval(0, -640, 95, 24, '#efe6d4'),
        oval(0, -640, 46, 12, '#8f7f68'),
        bar(-97, -40, 194, 96, accent),
      ],
      x,
      850,
      turn,
    );
  };
  const parcel = { x: 640, y: 1190, width: 620, height: 470 };
  return [
    roll(430, -7, 0),
    roll(680, 3, 1),
    soft('M620 1280H1330L1390 1730H600Z', '0.4'),
    cut('parcel-art', rectangle(parcel), print, parcel, 0.7),
    filled('M1260 1190L1380 1130V1590L1260 1660Z', blend(accent, ink, 0.4)),
    filled('M640 1190L770 1130H1380L1260 1190Z', blend(accent, '#ffffff', 0.2)),
    bar(915, 1190, 64, 470, accent),
    filled('M915 1190L1030 1130H1092L979 1190Z', blend(accent, '#ffffff', 0.08)),
    filled(
      'M985 1156C900 1020 790 1060 830 1130C850 1160 930 1166 985 1156C1040 1020 1180 1040 1150 1120C1130 1160 1050 1166 985 1156Z',
      accent,
    ),
    oval(988, 1152, 34, 24, blend(accent, ink, 0.25)),
  ].join('');
};

const cushion: Draw = (print, accent) => {
  const d =
    'M300 520C500 470 1100 470 1300 520C1360 500 1370 560 1340 620C1390 860 1390 1140 1340 1400C1370 1460 1360 1520 1300 1500C1100 1560 500 1560 300 1500C240 1520 230 1460 260 1400C210 1140 210 860 260 620C230 560 240 500 300 520Z';
  return [
    soft('M280 900H1360L1440 1620H260Z', '0.45'),
    filled(d, accent),
    cut('cushion-art', d, print, { x: 220, y: 470, width: 1160, height: 1100 }, 0.6),
    stroked(d, accent, 16),
    filled(
      'M300 520C420 760 420 1260 300 1500C240 1520 230 1460 260 1400C210 1140 210 860 260 620C230 560 240 500 300 520Z',
      ink,
      0.14,
    ),
    filled(
      'M1300 520C1200 760 1200 1260 1300 1500C1360 1520 1370 1460 1340 1400C1390 1140 1390 860 1340 620C1370 560 1360 500 1300 520Z',
      ink,
      0.18,
    ),
    filled('M480 640C700 600 900 600 1080 650C900 700 660 720 480 640Z', '#ffffff', 0.16),
  ].join('');
};

const jigsaw: Draw = (print, accent) => {
  const board = { x: 240, y: 420, width: 960, height: 1200 };
  const step = 160;
  const knob = (x: number, y: number, across: boolean, out: number): string =>
    across
      ? `M${x} ${y}h58q-16 ${30 * out} 22 ${34 * out}q38 ${-4 * out} 22 ${-34 * out}h58`
      : `M${x} ${y}v58q${30 * out} -16 ${34 * out} 22q${-4 * out} 38 ${-34 * out} 22v58`;
  const seams: string[] = [];
  for (let i = 0; i < 6; i++)
    for (let j = 0; j < 8; j++) {
      if (j > 0 && j < 8) seams.push(knob(board.x + i * step, board.y + j * 150, true, (i + j) % 2 ? 1 : -1));
      if (i > 0) seams.push(knob(board.x + i * step, board.y + j * 150, false, (i * j) % 3 ? 1 : -1));
    }
  const gap = `M${board.x + 4 * step} ${board.y + 1050}h58q-16 -30 22 -34q38 4 22 34h58v160h-160Z`;
  const piece = 'M-80 -80h58q-16 -30 22 -34q38 4 22 34h58v58q30 -16 34 22q-4 38 -34 22v58h-160Z';
  return [
    el('rect', {
      ...board,
      x: board.x + 14,
      y: board.y + 22,
      fill: ink,
      opacity: '0.4',
      filter: 'url(#near)',
    }),
    cut('puzzle-art', rectangle(board), print, board),
    stroked(seams.join(''), '#1d1712', 2.4),
    filled(gap, blend(accent, ink, 0.2)),
    moved([filled(piece, ink, 0.35)], 1322, 1378, 24, 1.1),
    moved(
      [cut('piece-art', piece, print, { x: -400, y: -420, width: 800, height: 1000 })],
      1310,
      1360,
      24,
      1.1,
    ),
    moved(
      [cut('piece2-art', piece, print, { x: -100, y: -700, width: 800, height: 1000 })],
      1400,
      900,
      -38,
      1.1,
    ),
  ].join('');
};

const coasters: Draw = (print) => {
  const spots = [
    [470, 640],
    [1110, 560],
    [560, 1260],
  ] as const;
  const flat = spots.map(([x, y], i) => {
    const d = `M-250 0A250 250 0 1 1 250 0A250 250 0 1 1 -250 0Z`;
    const box = { x: -500 + (i % 2) * 300, y: -620 + i * 120, width: 1000, height: 1250 };
    return moved(
      [
        el('circle', { cx: 12, cy: 22, r: 252, fill: ink, opacity: '0.42', filter: 'url(#near)' }),
        disc(0, 6, 252, '#b98f5f'),
        cut(`coaster${i}`, d, print, box),
      ],
      x,
      y,
      i * 17 - 12,
    );
  });
  const stack = [4, 3, 2, 1].map((n) => oval(1120, 1290 + n * 26, 270, 120, n % 2 ? '#b98f5f' : '#a57c50'));
  const top = 'M-270 0A270 120 0 1 1 270 0A270 120 0 1 1 -270 0Z';
  return [
    ...flat,
    soft('M850 1300H1420V1480H850Z', '0.4'),
    ...stack,
    moved([cut('coaster-top', top, print, { x: -280, y: -200, width: 560, height: 400 })], 1120, 1294),
  ].join('');
};

const beach: Draw = (print, accent) => {
  const long = { x: -330, y: -700, width: 660, height: 1240 };
  const fringe = Array.from(
    { length: 33 },
    (_, i) => `M${-326 + i * 20.4} ${-700}v-34M${-326 + i * 20.4} 540v34`,
  ).join('');
  return moved(
    [
      el('rect', { ...long, x: -310, y: -670, fill: ink, opacity: '0.4', filter: 'url(#soft)' }),
      stroked(fringe, accent, 5),
      filled(rectangle(long), '#f6efe0'),
      cut('beach-art', rectangle({ x: -300, y: -640, width: 600, height: 1120 }), print, {
        x: -300,
        y: -640,
        width: 600,
        height: 1120,
      }),
      stroked('M-330 -668H330M-330 510H330', accent, 14),
      filled('M-330 -120Q0 -160 330 -100V-60Q0 -120 -330 -80Z', ink, 0.1),
      filled('M-330 300Q0 260 330 330V356Q0 290 -330 330Z', ink, 0.08),
      filled('M330 540L210 540Q300 500 330 420Z', '#e9dcc2'),
    ],
    800,
    1060,
    -9,
    1.06,
  );
};

const hanger: Draw = (print, accent, ground) => {
  const paper = { x: 430, y: 420, width: 740, height: 925 };
  const rail = (y: number): string =>
    bar(400, y, 800, 40, '#b98a5a', 8) +
    bar(400, y, 800, 11, '#d3a977', 6) +
    [520, 1080].map((x) => disc(x, y + 20, 6, '#6b4a2e')).join('');
  return [
    el('rect', {
      ...paper,
      x: 460,
      y: 470,
      fill: blend(ground, ink, 0.7),
      opacity: '0.5',
      filter: 'url(#soft)',
    }),
    stroked('M440 410L800 210L1160 410', accent, 6),
    disc(800, 206, 12, '#4a4038'),
    inset(print, paper),
    filled('M430 1240Q800 1200 1170 1240V1345H430Z', ink, 0.05),
    rail(396),
    rail(1330),
    bar(0, 1690, 1600, 14, blend(ground, '#ffffff', 0.5)),
    bar(0, 1704, 1600, 300, blend(ground, ink, 0.28)),
  ].join('');
};

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
