import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockHolder } from '@/stack/file-lock.mjs';
import { readJson, writePrivateJson } from '@/stack/private-file';

/** STACK_DIR/state.json: what other commands may know about a stack while it runs. */
export interface StackState {
  pid: number;
  port: number;
  stackPort: number;
  startedAt: string;
  env: Record<string, string>;
  parts: StackPart[];
}

export interface StackPart {
  name: string;
  pid: number;
  /** The port of this part alone: for an edge worker its direct one, not the shared web port. */
  port: number;
}

/** The lock that the supervisor of a STACK_DIR holds as long as it lives. */
export function supervisorLock(dir: string): string {
  return join(dir, 'supervisor.lock');
}

export function writeState(dir: string, state: StackState): void {
  writePrivateJson(stateFile(dir), state);
}

export function forgetState(dir: string): void {
  rmSync(stateFile(dir), { force: true });
}

/** The state of the stack that runs in `dir`; null when none runs, also when one was killed and left its file. */
export function findRunningStack(dir: string): StackState | null {
  const state = readJson(stateFile(dir)) as StackState | null;
  return state !== null && lockHolder(supervisorLock(dir)) === state.pid ? state : null;
}

function stateFile(dir: string): string {
  return join(dir, 'state.json');
}
