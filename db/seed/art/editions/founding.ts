import { brainCoral } from '../generators/brain-coral';
import { eastWindow } from '../generators/east-window';
import { lastFerry } from '../generators/last-ferry';
import { marketNoon } from '../generators/market-noon';
import { noSuchIsland } from '../generators/no-such-island';
import { pigeonStairs } from '../generators/pigeon-stairs';
import { raked } from '../generators/raked';
import { seedhead } from '../generators/seedhead';
import { selvedge } from '../generators/selvedge';
import { twoBells } from '../generators/two-bells';
import { wrongTurnings } from '../generators/wrong-turnings';
import type { Edition } from './edition';

/** What the house began with. */
export const foundingEditions: readonly Edition[] = [
  {
    name: 'before-the-visitors',
    generator: raked,
    seed: 9,
    palette: { paper: '#f5f0e6', ground: '#e8dfcc', ink: '#23282c', inks: ['#8d8676', '#b5482f'] },
    room: { arrangement: 'ledge', wall: '#c7cbc2', accent: '#a3452f', frame: 'black' },
  },
  {
    name: 'two-bells',
    generator: twoBells,
    seed: 2,
    palette: { paper: '#f6f2e9', ground: '#f6f2e9', ink: '#1f2430', inks: ['#e2502f', '#20528f'] },
    room: { arrangement: 'armchair', wall: '#d8d5cd', accent: '#3f5f83', frame: 'oak', mirrored: true },
  },
  {
    name: 'market-noon',
    generator: marketNoon,
    seed: 10,
    palette: {
      paper: '#f7f1e4',
      ground: '#d9cbb2',
      ink: '#2b2f3a',
      inks: ['#c8442e', '#e0a63a', '#52796f', '#2f5d7c', '#e8b9a0'],
    },
    room: { arrangement: 'sideboard', wall: '#dcd5c4', accent: '#c8442e', frame: 'oak' },
  },
  {
    name: 'wrong-turnings',
    generator: wrongTurnings,
    seed: 3,
    palette: { paper: '#f4eee2', ground: '#f4eee2', ink: '#22252b', inks: ['#d8482b'] },
    room: { arrangement: 'floor', wall: '#d5d2ca', accent: '#b5623f', frame: 'black' },
  },
  {
    name: 'no-such-island',
    generator: noSuchIsland,
    seed: 6,
    palette: {
      paper: '#f6f2e8',
      ground: '#1f4a55',
      ink: '#0d2730',
      inks: ['#e9dcb8', '#d6bd84', '#a9a767', '#6f8d5c', '#4b7358', '#8a7a66', '#d8d0c4'],
    },
    detail: { table: '#6b4d38', pencil: '#c79a3c' },
  },
  {
    name: 'east-window',
    generator: eastWindow,
    seed: 3,
    palette: {
      paper: '#f3efe6',
      ground: '#fbe7a8',
      ink: '#1d1c22',
      inks: ['#f4b53f', '#e7762e', '#c23b33', '#7c2b52', '#33356f', '#1d4a74', '#1f6f78'],
    },
    room: { arrangement: 'bench', wall: '#e0d3c8', accent: '#7c2b52', frame: 'black' },
  },
  {
    name: 'selvedge',
    generator: selvedge,
    seed: 6,
    palette: {
      paper: '#f5f1e8',
      ground: '#2a2f3d',
      ink: '#171a22',
      inks: ['#2c4770', '#efe6d2', '#b4532f', '#d9a441', '#efe6d2', '#53687a'],
    },
    detail: { table: '#4a5350', pencil: '#b4532f' },
  },
  {
    name: 'the-last-ferry',
    generator: lastFerry,
    seed: 1,
    palette: {
      paper: '#f6f1e7',
      ground: '#ffd9a0',
      ink: '#16243f',
      inks: ['#27406b', '#6a5a87', '#b96a7e', '#e88a6a', '#f6b27a', '#f9d49c'],
    },
    room: { arrangement: 'sideboard', wall: '#c9d3d3', accent: '#b96a7e', frame: 'oak', mirrored: true },
  },
  {
    name: 'three-seedheads',
    generator: seedhead,
    seed: 4,
    palette: {
      paper: '#f4ecd8',
      ground: '#1d3a34',
      ink: '#12241f',
      inks: ['#c9552c', '#e0913a', '#ecc766', '#a9bf8a', '#6f9a86'],
    },
    room: { arrangement: 'ledge', wall: '#d9cfbc', accent: '#c9552c', frame: 'oak', mirrored: true },
  },
  {
    name: 'brain-coral',
    generator: brainCoral,
    seed: 9,
    palette: { paper: '#f7f1ea', ground: '#f1cfc0', ink: '#3a1830', inks: ['#c8553d', '#f3b08a'] },
    room: { arrangement: 'armchair', wall: '#c5cfc7', accent: '#4f6b60', frame: 'black' },
  },
  {
    name: 'stairs-for-pigeons',
    generator: pigeonStairs,
    seed: 7,
    palette: {
      paper: '#f7f0e3',
      ground: '#8fb8b8',
      ink: '#2a3046',
      inks: ['#d9744f', '#efc886', '#f1e3cd', '#c75b4a', '#e3a07f'],
    },
    room: { arrangement: 'bench', wall: '#dad7cb', accent: '#5f8f90', frame: 'oak', mirrored: true },
  },
];
