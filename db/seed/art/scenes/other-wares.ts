import { blend } from '../palette';
import { bar, disc, filled, moved, oval, stroked } from '../shapes';
import { el } from '../svg';
import { inset } from './inset';
import { cut, type Draw, ink, rectangle, rounded, soft } from './ware-parts';

export const mug: Draw = (print, accent) => {
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

export const notebook: Draw = (print, accent) => {
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

export const wrap: Draw = (print, accent) => {
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

export const jigsaw: Draw = (print, accent) => {
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

export const coasters: Draw = (print) => {
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

export const hanger: Draw = (print, accent, ground) => {
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
