import { engravedMoon } from '../generators/engraved-moon';
import { firstDrops } from '../generators/first-drops';
import { heldBreath } from '../generators/held-breath';
import { longGrass } from '../generators/long-grass';
import { meeting } from '../generators/meeting';
import { promiseToPay } from '../generators/promise-to-pay';
import { theseus } from '../generators/theseus';
import { timesTable } from '../generators/times-table';
import { unbroken } from '../generators/unbroken';
import { deckchairs, undertow } from '../generators/undertow';
import type { Edition } from './edition';

/** Two inks, sometimes three. */
export const lineWorkEditions: readonly Edition[] = [
  {
    name: 'undertow',
    generator: undertow,
    seed: 4,
    palette: { paper: '#f5f1e8', ground: '#f5f1e8', ink: '#16263a', inks: ['#16263a', '#1f4b6e', '#16263a'] },
    room: { arrangement: 'bed', wall: '#d9dbd6', accent: '#1f4b6e', frame: 'black', mirrored: true },
  },
  {
    name: 'deckchairs',
    generator: deckchairs,
    seed: 9,
    palette: {
      paper: '#faf4e8',
      ground: '#faf4e8',
      ink: '#26303a',
      inks: ['#e4572e', '#faf0dc', '#f2b441', '#2f7f93', '#faf0dc', '#27496d', '#ea9a83', '#7fb3a6'],
    },
    room: { arrangement: 'bench', wall: '#dfe3df', accent: '#e4572e', frame: 'oak', mirrored: true },
  },
  {
    name: 'held-breath',
    generator: heldBreath,
    seed: 3,
    palette: { paper: '#f6f1e7', ground: '#f6f1e7', ink: '#22252b', inks: ['#22252b', '#e9a23b', '#d9472e'] },
    room: { arrangement: 'ledge', wall: '#cfd2cc', accent: '#d9472e', frame: 'black', mirrored: true },
  },
  {
    name: 'promise-to-pay',
    generator: promiseToPay,
    seed: 5,
    palette: { paper: '#f4f0e2', ground: '#eef0e2', ink: '#1f2e2a', inks: ['#2c6b57', '#b7472f', '#3d4f7a'] },
    detail: { table: '#44504b', pencil: '#b7472f' },
  },
  {
    name: 'times-table',
    generator: timesTable,
    seed: 6,
    palette: { paper: '#f7f2e8', ground: '#f7f2e8', ink: '#24262c', inks: ['#24262c', '#c8452d', '#2b6777'] },
    room: { arrangement: 'desk', wall: '#d4d7d2', accent: '#2b6777', frame: 'oak' },
  },
  {
    name: 'theseus-running-late',
    generator: theseus,
    seed: 11,
    palette: { paper: '#f5efe2', ground: '#f5efe2', ink: '#25303c', inks: ['#d8432b'] },
    room: { arrangement: 'floor', wall: '#ddd7c9', accent: '#7d8b74', frame: 'black' },
  },
  {
    name: 'unbroken',
    generator: unbroken,
    seed: 2,
    palette: {
      paper: '#f6f2e8',
      ground: '#1f2a3a',
      ink: '#141b26',
      inks: ['#f2c14e', '#ee8a4b', '#d9534f', '#8f5b8c', '#4f7fa8', '#7fc1b2'],
    },
    room: { arrangement: 'desk', wall: '#cdd1d0', accent: '#ee8a4b', frame: 'black' },
  },
  {
    name: 'moon-by-hand',
    generator: engravedMoon,
    seed: 8,
    palette: { paper: '#f4efe3', ground: '#f4efe3', ink: '#1f2530', inks: ['#232b3a'] },
    room: { arrangement: 'ledge', wall: '#bfc6c6', accent: '#8a7358', frame: 'oak', mirrored: true },
  },
  {
    name: 'first-drops',
    generator: firstDrops,
    seed: 12,
    palette: { paper: '#f3f2ea', ground: '#b9cdc8', ink: '#1d3a40', inks: ['#2a5560', '#c8553d', '#4f7d5f'] },
    room: { arrangement: 'bed', wall: '#e3dfd5', accent: '#4f7d5f', frame: 'black', mirrored: true },
  },
  {
    name: 'the-meeting',
    generator: meeting,
    seed: 5,
    palette: { paper: '#f7f0e2', ground: '#efdcc0', ink: '#23262d', inks: ['#d8452c'] },
    room: { arrangement: 'bed', wall: '#cfd5d3', accent: '#c8553d', frame: 'black', mirrored: true },
  },
  {
    name: 'long-grass',
    generator: longGrass,
    seed: 3,
    palette: {
      paper: '#fbf4e0',
      ground: '#f3d8a6',
      ink: '#26332a',
      inks: ['#e6c07a', '#c9ad5c', '#93994f', '#5f7d4b', '#3a6046', '#264438'],
    },
    room: { arrangement: 'floor', wall: '#e2dccf', accent: '#93994f', frame: 'oak', mirrored: true },
  },
];
