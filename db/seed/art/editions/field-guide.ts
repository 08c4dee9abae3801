import { bracken } from '../generators/bracken';
import { cutAgate } from '../generators/cut-agate';
import { cutLeaves } from '../generators/cut-leaves';
import { edibleProbably } from '../generators/edible-probably';
import { fiveFeathers } from '../generators/five-feathers';
import { hedgeParsley } from '../generators/hedge-parsley';
import { mothCabinet } from '../generators/moth-cabinet';
import { otherWay } from '../generators/other-way';
import { sevenStones } from '../generators/seven-stones';
import { twelveEggs } from '../generators/twelve-eggs';
import { windowsill } from '../generators/windowsill';
import { winterAlder } from '../generators/winter-alder';
import type { Edition } from './edition';

/** What grows, flies and is washed up. */
export const fieldGuideEditions: readonly Edition[] = [
  {
    name: 'cabinet-of-moths',
    generator: mothCabinet,
    seed: 3,
    palette: {
      paper: '#f6f0e2',
      ground: '#e9dcc0',
      ink: '#2b2420',
      inks: ['#8a4b32', '#d9a05b', '#3f4f4a', '#c9b58c', '#b5523b', '#6d7a5e', '#e6c98f'],
    },
    room: { arrangement: 'desk', wall: '#c9cfc6', accent: '#8a4b32', frame: 'oak' },
  },
  {
    name: 'twelve-eggs',
    generator: twelveEggs,
    seed: 5,
    palette: {
      paper: '#f7f3ea',
      ground: '#ece3d2',
      ink: '#3b2f2a',
      inks: ['#a9c7c4', '#efe2c6', '#7fa7b0', '#d9b48c', '#f4ece0', '#b7bf9d', '#c98f6f'],
    },
    room: { arrangement: 'kitchen', wall: '#cdd6d3', accent: '#7fa7b0', frame: 'oak' },
  },
  {
    name: 'edible-probably',
    generator: edibleProbably,
    seed: 8,
    palette: {
      paper: '#f6efdf',
      ground: '#dfe0cb',
      ink: '#33302a',
      inks: ['#c2482f', '#c98d4f', '#e9d8b4', '#8a6a54', '#d9a13f', '#7d8b74', '#b9614a'],
    },
    room: { arrangement: 'kitchen', wall: '#e2dccb', accent: '#7d8b74', frame: 'oak' },
  },
  {
    name: 'five-feathers',
    generator: fiveFeathers,
    seed: 4,
    palette: {
      paper: '#f5f1e8',
      ground: '#f0e8da',
      ink: '#262b33',
      inks: ['#2f5f7a', '#e9ddc5', '#c7683f', '#3d4a45', '#d8b26a', '#8aa6a3', '#7a4a3a'],
    },
    room: { arrangement: 'bed', wall: '#d3d6cf', accent: '#c7683f', frame: 'black', mirrored: true },
  },
  {
    name: 'bracken',
    generator: bracken,
    seed: 2,
    palette: {
      paper: '#f5f2e6',
      ground: '#f1ecd9',
      ink: '#1f3529',
      inks: ['#2f5a43', '#6f9565', '#e8b878'],
    },
    room: { arrangement: 'floor', wall: '#dcd9cc', accent: '#b5623f', frame: 'oak', mirrored: true },
  },
  {
    name: 'windowsill',
    generator: windowsill,
    seed: 6,
    palette: {
      paper: '#f8f1e4',
      ground: '#f0d5c0',
      ink: '#33302f',
      inks: ['#3f7a5f', '#24503f', '#8fb48d', '#d0583f', '#e8a13c', '#5b7fa0', '#f7e6bf'],
    },
    room: { arrangement: 'kitchen', wall: '#d6dcd5', accent: '#d0583f', frame: 'black', mirrored: true },
  },
  {
    name: 'cut-leaves',
    generator: cutLeaves,
    seed: 12,
    palette: {
      paper: '#f7f2e7',
      ground: '#f7f2e7',
      ink: '#22252b',
      inks: ['#1f4e79', '#e5593b', '#f2b950', '#2f7d6b', '#f4e9d8', '#d98ba0', '#27384d'],
    },
    room: { arrangement: 'bench', wall: '#d8d3c6', accent: '#2f7d6b', frame: 'black', mirrored: true },
  },
  {
    name: 'the-other-way',
    generator: otherWay,
    seed: 7,
    palette: {
      paper: '#f5f1e6',
      ground: '#0f4c5c',
      ink: '#0a2a35',
      inks: ['#7fb8b4', '#4f97a0', '#b9d6c6', '#f0643c'],
    },
    room: { arrangement: 'desk', wall: '#e0dccf', accent: '#4f97a0', frame: 'oak' },
  },
  {
    name: 'hedge-parsley',
    generator: hedgeParsley,
    seed: 3,
    palette: {
      paper: '#fbf8ee',
      ground: '#8fa98a',
      ink: '#22352b',
      inks: ['#2c4a3b', '#4c6b50', '#e0b64f'],
    },
    room: { arrangement: 'ledge', wall: '#dfd8c8', accent: '#d08c5b', frame: 'oak', mirrored: true },
  },
  {
    name: 'winter-alder',
    generator: winterAlder,
    seed: 15,
    palette: {
      paper: '#f7f4ec',
      ground: '#c9d3d6',
      ink: '#232831',
      inks: ['#f0b58e', '#9fb0b6', '#4b3b38', '#c9402e', '#eceeec'],
    },
    room: { arrangement: 'bed', wall: '#cfd4d2', accent: '#a9513f', frame: 'black' },
  },
  {
    name: 'cut-agate',
    generator: cutAgate,
    seed: 4,
    palette: {
      paper: '#f7f3ec',
      ground: '#f7f3ec',
      ink: '#1d2c3a',
      inks: ['#23506b', '#4f8aa0', '#a9cdd0', '#e9e3d4', '#d98f5c', '#2f3f55', '#7fb3bd'],
    },
    detail: { table: '#4b4a4e', pencil: '#d98f5c' },
  },
  {
    name: 'rose-agate',
    generator: cutAgate,
    seed: 21,
    palette: {
      paper: '#f8f2ee',
      ground: '#f8f2ee',
      ink: '#4a2233',
      inks: ['#8d3b56', '#d98a8f', '#f2c9bd', '#f6e7d8', '#b85c6b', '#6a4a5f', '#e8a98f'],
    },
    room: { arrangement: 'ledge', wall: '#d5cfc9', accent: '#8d3b56', frame: 'oak' },
  },
  {
    name: 'seven-stones',
    generator: sevenStones,
    seed: 9,
    palette: {
      paper: '#f6f2e9',
      ground: '#e6e4da',
      ink: '#2a2f33',
      inks: ['#6f8f98', '#5d6a70', '#c9a88a', '#3f4a50', '#b3b8b2', '#a4614a', '#8c9a8e'],
    },
    room: { arrangement: 'bed', wall: '#dcd9d0', accent: '#6f8f98', frame: 'oak' },
  },
];
