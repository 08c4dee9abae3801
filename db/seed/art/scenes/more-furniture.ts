import { blend } from '../palette';
import type { Random } from '../random';
import { bar, disc, filled, oval, stroked } from '../shapes';
import { num } from '../svg';

type Colours = { wall: string; accent: string };

const wood = '#8a6244';
const dark = '#3a2a20';

/** A bed with its head to the wall, and a lamp on what passes for a night table. */
export function bed(_: Random, { wall, accent }: Colours): string {
  const sheetColour = '#efe7d8';
  const cover = (y: number, h: number, fill: string): string => bar(250, y, 1100, h, fill, 30);
  return [
    oval(800, 1800, 640, 26, blend('#b08a66', '#000000', 0.35)),
    bar(230, 1180, 1140, 480, wood, 26),
    ...[400, 600, 800, 1000, 1200].map((x) => bar(x - 3, 1200, 6, 300, blend(wood, '#000000', 0.25))),
    bar(270, 1640, 40, 150, dark),
    bar(1290, 1640, 40, 150, dark),
    bar(320, 1300, 440, 200, sheetColour, 70),
    bar(840, 1300, 440, 200, blend(sheetColour, wall, 0.25), 70),
    cover(1450, 290, sheetColour),
    cover(1510, 240, accent),
    bar(250, 1510, 1100, 54, blend(accent, '#ffffff', 0.3), 20),
    stroked(
      'M420 1600Q470 1660 440 1730M760 1590Q800 1660 780 1740M1080 1600Q1110 1670 1150 1730',
      blend(accent, '#000000', 0.2),
      6,
    ),
    bar(60, 1560, 150, 22, wood),
    bar(74, 1582, 14, 200, dark),
    bar(182, 1582, 14, 200, dark),
    filled('M92 1370H178L206 1470H64Z', '#f3e6c8'),
    bar(128, 1470, 14, 60, dark),
    oval(135, 1548, 46, 14, dark),
  ].join('');
}

/** A table to write at: lamp, cup, paper, and a chair pushed in. */
export function desk(rnd: Random, { accent }: Colours): string {
  const top = 1420;
  const pens = [-18, -4, 9, 20].map((lean, i) =>
    stroked(
      `M${452 + i * 12} ${top - 60}l${lean} -${num(rnd.range(70, 100))}`,
      [accent, '#d3a34c', '#3d4a52', '#a7472f'][i] ?? accent,
      8,
    ),
  );
  return [
    oval(800, 1812, 600, 24, blend('#b08a66', '#000000', 0.35)),
    stroked(`M330 ${top}L280 1806M1270 ${top}L1320 1806`, dark, 22),
    bar(220, top, 1160, 36, wood, 6),
    bar(220, top, 1160, 9, blend(wood, '#ffffff', 0.25), 6),
    bar(900, top + 36, 360, 120, blend(wood, '#000000', 0.12)),
    disc(1080, top + 96, 10, '#d3b380'),
    stroked('M640 1806L660 1610M960 1806L940 1610', dark, 18),
    bar(610, 1560, 380, 62, accent, 26),
    stroked('M640 1570V1392Q640 1352 690 1352H910Q960 1352 960 1392V1570', blend(dark, '#ffffff', 0.1), 18),
    bar(652, 1376, 296, 120, accent, 34),
    ...pens,
    bar(430, top - 90, 74, 90, '#e9dfcc', 6),
    stroked(`M1190 ${top - 10}V1180L1080 1060`, '#2b2826', 13),
    filled('M1010 1100Q1020 1010 1110 1020L1150 1090Z', accent),
    oval(1190, top - 6, 74, 14, '#2b2826'),
    filled(`M560 ${top - 6}L600 ${top - 40}H800L790 ${top - 6}Z`, '#f3ecdf'),
    bar(850, top - 66, 74, 66, '#dfd3bd', 12),
    stroked(`M924 ${top - 50}q34 4 20 34q-8 10 -20 6`, '#dfd3bd', 10),
  ].join('');
}

/** A kitchen corner: a rail with cups, a worktop, a kettle and something in a pot. */
export function kitchen(rnd: Random, { wall, accent }: Colours): string {
  const top = 1430;
  const cups = [300, 430, 560, 690].map((x, i) => {
    const glaze = [accent, '#efe4cf', '#3d4a52', '#c99b5a'][i] ?? accent;
    return (
      stroked(`M${x + 34} 1252V1234Q${x + 34} 1222 ${x + 44} 1222`, '#2b2826', 6) +
      bar(x, 1252, 82, 84, glaze, 14) +
      stroked(`M${x + 4} 1268q-30 6 -24 34q8 20 26 16`, glaze, 11)
    );
  });
  const tiles = Array.from({ length: 33 }, (_, i) =>
    bar(
      6 + (i % 11) * 146,
      1130 + Math.floor(i / 11) * 100,
      140,
      94,
      blend(wall, '#ffffff', 0.35 + rnd.next() * 0.12),
    ),
  );
  const herbs = Array.from({ length: 9 }, (_, i) =>
    oval(
      1290 + (i - 4) * 19,
      1240 - Math.abs(i - 4) * -9 - rnd.range(0, 46),
      24,
      42,
      blend('#6f8a5b', '#34503d', i / 9),
      (i - 4) * 14,
    ),
  );
  return [
    bar(0, 1124, 1600, 320, blend(wall, '#8a8578', 0.4)),
    ...tiles,
    bar(240, 1216, 620, 10, '#2b2826', 5),
    ...cups,
    ...herbs,
    filled('M1220 1290H1360L1342 1430H1238Z', accent),
    filled('M1310 1290H1360L1342 1430H1300Z', blend(accent, '#1c1512', 0.2)),
    filled('M960 1430C930 1330 960 1270 1040 1270S1150 1330 1120 1430Z', '#4b5a60'),
    stroked('M962 1300Q960 1196 1040 1196T1118 1300', '#2b2826', 14),
    filled('M1116 1340L1180 1290L1190 1306L1124 1390Z', '#4b5a60'),
    disc(1040, 1264, 12, '#2b2826'),
    bar(0, top, 1600, 46, '#d8c3a0'),
    bar(0, top, 1600, 9, '#e9dabd'),
    bar(0, top + 46, 1600, 560, blend(accent, '#e9dfcc', 0.55)),
    ...[0, 400, 800, 1200].flatMap((x) => [
      bar(x + 12, top + 70, 376, 560, blend(accent, '#e9dfcc', 0.45), 4),
      bar(x + 160, top + 104, 80, 14, '#b08d57', 7),
    ]),
  ].join('');
}
