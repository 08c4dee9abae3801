import { bonfireNight } from '../generators/bonfire-night';
import { flashingTwice } from '../generators/flashing-twice';
import { greenHour } from '../generators/green-hour';
import { lateShift } from '../generators/late-shift';
import { ninthSky } from '../generators/ninth-sky';
import { orrery } from '../generators/orrery';
import { twentyEightNights } from '../generators/twenty-eight-nights';
import type { Edition } from './edition';

/** Printed on dark grounds; the collection that is still to open. */
export const nightSheetEditions: readonly Edition[] = [
  {
    name: 'late-shift',
    generator: lateShift,
    seed: 6,
    palette: {
      paper: '#f4efe2',
      ground: '#26345a',
      ink: '#121a33',
      inks: ['#f6cf7a', '#f0a45d', '#f2e0b0', '#e8896a'],
    },
    room: { arrangement: 'desk', wall: '#cfd2d6', accent: '#26345a', frame: 'black' },
  },
  {
    name: 'a-sky-for-the-ninth',
    generator: ninthSky,
    seed: 9,
    palette: { paper: '#f5efdd', ground: '#14233f', ink: '#0c1629', inks: ['#e3b866', '#9fb6cf', '#e07a55'] },
    room: { arrangement: 'armchair', wall: '#d9d4c6', accent: '#3d5a80', frame: 'oak', mirrored: true },
  },
  {
    name: 'twenty-eight-nights',
    generator: twentyEightNights,
    seed: 3,
    palette: { paper: '#f3eee0', ground: '#1e2436', ink: '#10141f', inks: ['#f4e6c1', '#d9a566'] },
    room: { arrangement: 'bed', wall: '#bfc3c2', accent: '#d9a566', frame: 'black' },
  },
  {
    name: 'flashing-twice',
    generator: flashingTwice,
    seed: 4,
    palette: { paper: '#f4efe2', ground: '#1b3358', ink: '#0e1b30', inks: ['#f9dd8f', '#c8452d', '#4f7f9f'] },
    room: { arrangement: 'ledge', wall: '#d6dad8', accent: '#c8452d', frame: 'oak' },
  },
  {
    name: 'small-orrery',
    generator: orrery,
    seed: 12,
    palette: {
      paper: '#f6eeda',
      ground: '#2a1f3d',
      ink: '#150e22',
      inks: ['#f2b04c', '#d9614c', '#5fa3a3', '#e8c9a0', '#7a5f99', '#c98a6a'],
    },
    room: { arrangement: 'floor', wall: '#d3cfd3', accent: '#7a5f99', frame: 'black' },
  },
  {
    name: 'bonfire-night',
    generator: bonfireNight,
    seed: 5,
    palette: {
      paper: '#fbf3df',
      ground: '#1d2b45',
      ink: '#0d1526',
      inks: ['#f2b441', '#e8593c', '#7fc1b2', '#e58fa5'],
    },
    room: { arrangement: 'sideboard', wall: '#dcd6c9', accent: '#e8593c', frame: 'oak', mirrored: true },
  },
  {
    name: 'green-hour',
    generator: greenHour,
    seed: 7,
    palette: { paper: '#f1f2e6', ground: '#12283d', ink: '#08141f', inks: ['#7fe0a8', '#4fb8b0', '#c58fd0'] },
    detail: { table: '#3a3a40', pencil: '#4fb8b0' },
  },
];
