import { allotment } from '../generators/allotment';
import { endpaper } from '../generators/endpaper';
import { fourArches } from '../generators/four-arches';
import { halfACity } from '../generators/half-a-city';
import { kitchenFloor } from '../generators/kitchen-floor';
import { lemons } from '../generators/lemons';
import { lengthForty } from '../generators/length-forty';
import { regatta } from '../generators/regatta';
import { ridges } from '../generators/ridges';
import { shortBed } from '../generators/short-bed';
import { toBeRead } from '../generators/to-be-read';
import { vessels } from '../generators/vessels';
import type { Edition } from './edition';

/** Flat colour, one screen at a time. */
export const colourFieldEditions: readonly Edition[] = [
  {
    name: 'ten-vessels',
    generator: vessels,
    seed: 5,
    palette: {
      paper: '#f7f1e5',
      ground: '#efe0cb',
      ink: '#2d2a2e',
      inks: ['#c65d3f', '#2f5d62', '#e8b04b', '#f2e6d2', '#4b3b47', '#8fa58c', '#d98e73', '#26435a'],
    },
    room: { arrangement: 'kitchen', wall: '#d7d9d0', accent: '#2f5d62', frame: 'oak' },
  },
  {
    name: 'lemons-counted',
    generator: lemons,
    seed: 3,
    palette: {
      paper: '#fbf6e6',
      ground: '#2c5c8a',
      ink: '#22303a',
      inks: ['#f6cf45', '#e3ab2c', '#3f7d57', '#6da36a', '#2b5e4a'],
    },
    room: { arrangement: 'kitchen', wall: '#e6dfcf', accent: '#f0c040', frame: 'oak', mirrored: true },
  },
  {
    name: 'kitchen-floor',
    generator: kitchenFloor,
    seed: 8,
    palette: {
      paper: '#f6f0e3',
      ground: '#efe4cf',
      ink: '#20262e',
      inks: [
        '#1f3f5b',
        '#efe4cf',
        '#c8553d',
        '#e9b44c',
        '#efe4cf',
        '#3d7a78',
        '#20262e',
        '#efe4cf',
        '#8fb3ad',
      ],
    },
    room: { arrangement: 'kitchen', wall: '#dbd8cc', accent: '#3d7a78', frame: 'black', mirrored: true },
  },
  {
    name: 'hall-floor',
    generator: kitchenFloor,
    seed: 23,
    palette: {
      paper: '#f5f1e9',
      ground: '#ece7dc',
      ink: '#23252b',
      inks: [
        '#23252b',
        '#ece7dc',
        '#7c8b84',
        '#ece7dc',
        '#d7a28a',
        '#23252b',
        '#b7c0b4',
        '#ece7dc',
        '#5a4a52',
      ],
    },
    detail: { table: '#5b5f5c', pencil: '#d7a28a' },
  },
  {
    name: 'four-arches',
    generator: fourArches,
    seed: 2,
    palette: {
      paper: '#f8f2e6',
      ground: '#f3e7d3',
      ink: '#3a2b2a',
      inks: ['#d9704a', '#e9b96b', '#8fb0a2', '#e8d5b0', '#b4506a', '#5f86a0', '#efc8a6'],
    },
    room: { arrangement: 'floor', wall: '#dcd2c3', accent: '#5f86a0', frame: 'oak' },
  },
  {
    name: 'quilt-for-a-short-bed',
    generator: shortBed,
    seed: 6,
    palette: {
      paper: '#f6efe0',
      ground: '#efe3cc',
      ink: '#2a2f3a',
      inks: ['#2f4a6d', '#c96f4a', '#8a9a7b', '#e0b15e', '#7a3b45', '#6d8fa3', '#d9a58c', '#394a44'],
    },
    room: { arrangement: 'bed', wall: '#d5d9d6', accent: '#7a3b45', frame: 'black' },
  },
  {
    name: 'length-forty',
    generator: lengthForty,
    seed: 4,
    palette: {
      paper: '#f8f6ee',
      ground: '#4fb3bf',
      ink: '#123b52',
      inks: ['#e4572e', '#d9a27e', '#8a5a44', '#f0c6a0', '#f2b632'],
    },
    room: { arrangement: 'desk', wall: '#e4e0d6', accent: '#e4572e', frame: 'oak', mirrored: true },
  },
  {
    name: 'regatta',
    generator: regatta,
    seed: 3,
    palette: {
      paper: '#faf5ea',
      ground: '#2f7f93',
      ink: '#12303f',
      inks: ['#bfe0dc', '#e4572e', '#f4b942', '#f7efe0', '#27496d', '#f7d9a8'],
    },
    room: { arrangement: 'desk', wall: '#dfe2dc', accent: '#27496d', frame: 'oak' },
  },
  {
    name: 'to-be-read',
    generator: toBeRead,
    seed: 14,
    palette: {
      paper: '#f8f1e2',
      ground: '#e7d3b3',
      ink: '#2b2326',
      inks: ['#b7472f', '#e3a43b', '#efe3cb', '#2f5d62', '#6b3d4a', '#7f9a86', '#2c3e57', '#d08a6a'],
    },
    room: { arrangement: 'desk', wall: '#d6cdbd', accent: '#6b3d4a', frame: 'black', mirrored: true },
  },
  {
    name: 'nine-ridges',
    generator: ridges,
    seed: 5,
    palette: {
      paper: '#f8efdf',
      ground: '#f3c9a4',
      ink: '#12222d',
      inks: ['#f7e0c8', '#d9c3bd', '#a9b3bd', '#7391a3', '#466f84', '#2b4d60', '#1a3341'],
    },
    room: { arrangement: 'bed', wall: '#d8dad6', accent: '#466f84', frame: 'oak' },
  },
  {
    name: 'endpaper',
    generator: endpaper,
    seed: 7,
    palette: {
      paper: '#f6f0e2',
      ground: '#2a3b57',
      ink: '#1c2333',
      inks: ['#2a3b57', '#efe3cb', '#b6503a', '#efe3cb', '#3f6f78', '#e0ab58', '#2a3b57', '#d9c3a0'],
    },
    detail: { table: '#59443a', pencil: '#3f6f78' },
  },
  {
    name: 'half-a-city',
    generator: halfACity,
    seed: 6,
    palette: {
      paper: '#f7f2e8',
      ground: '#f1e8d8',
      ink: '#33302f',
      inks: ['#d9775a', '#e8b98a', '#c9a27f', '#e9d2ae', '#b5574a', '#5f97a8', '#8aa57b'],
    },
    room: { arrangement: 'floor', wall: '#d9dcd8', accent: '#b5574a', frame: 'black', mirrored: true },
  },
  {
    name: 'allotment',
    generator: allotment,
    seed: 2,
    palette: {
      paper: '#faf3e6',
      ground: '#f4d9b0',
      ink: '#2c2430',
      inks: ['#d8412f', '#e8663c', '#c92f46', '#3f6b4c', '#6d9463'],
    },
    room: { arrangement: 'ledge', wall: '#d9dfd6', accent: '#d8412f', frame: 'oak', mirrored: true },
  },
];
