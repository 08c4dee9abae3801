import { blend } from '../palette';
import { bar, disc, filled, moved, stroked } from '../shapes';
import { plate } from '../sheet';
import { el } from '../svg';
import { inset } from './inset';
import { cut, type Draw, ink, rectangle, soft } from './ware-parts';

export const tote: Draw = (print, accent) => {
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

export const towel: Draw = (print, accent) => {
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

export const scarf: Draw = (print, accent) => {
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

export const cushion: Draw = (print, accent) => {
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

export const beach: Draw = (print, accent) => {
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
