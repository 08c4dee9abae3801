import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';

const maxFileBytes = 5 * 1024 * 1024;
const tailLength = 4_000;

/** Takes what a program prints. */
export interface OutputSink {
  write(chunk: string | Buffer): void;
}

/** The log file of one part. */
export interface PartLog extends OutputSink {
  /** The last lines since `forgetTail`, for saying why a part died. */
  tail(): string;
  forgetTail(): void;
  file: string;
}

/** Appends to `file`; at 5 MiB it becomes `file.1` (replacing the older one), so a part keeps 10 MiB at most. */
export function openPartLog(file: string): PartLog {
  mkdirSync(dirname(file), { recursive: true });
  let stream = open(file);
  let size = sizeOf(file);
  let tail = '';
  return {
    file,
    write(chunk) {
      tail = (tail + chunk.toString()).slice(-tailLength);
      size += chunk.length;
      if (size > maxFileBytes) {
        stream.end();
        renameSync(file, `${file}.1`);
        stream = open(file);
        size = chunk.length;
      }
      stream.write(chunk);
    },
    tail: () => tail,
    forgetTail() {
      tail = '';
    },
  };
}

function open(file: string): WriteStream {
  // A full disk must not end the supervisor through its own log.
  return createWriteStream(file, { flags: 'a', mode: 0o600 }).on('error', () => {});
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
