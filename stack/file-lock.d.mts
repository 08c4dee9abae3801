export interface FileLock {
  release(): void;
}
export function bornAt(pid: number): string | null;
export function lockHolder(file: string): number | null;
export function takeLock(file: string): FileLock | null;
export function waitForLock(file: string, onWait?: (holder: number | null) => void): Promise<FileLock>;
