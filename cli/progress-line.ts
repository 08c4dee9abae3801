import type { WriteStream } from 'node:tty';

export type ProgressLine = {
  /** Where the work stands: replaces what was shown before. */
  readonly show: (text: string) => void;
  /** Something to keep: a line of its own. */
  readonly say: (text: string) => void;
  /** Leaves the last state on its line. */
  readonly end: () => void;
};

const PLAIN_EVERY_MS = 1_000;

/** Progress on one line that is written over where a person looks on, and as a line a second where output is kept. */
export function createProgressLine(out: WriteStream): ProgressLine {
  let shown = '';
  let waiting = '';
  let plainAtMs = Number.NEGATIVE_INFINITY;

  const plain = (text: string) => {
    out.write(`${text}\n`);
    waiting = '';
  };
  return {
    show(text) {
      if (out.isTTY) {
        out.write(`\r${text.padEnd(shown.length)}`);
        shown = text;
        return;
      }
      waiting = text;
      const now = performance.now();
      if (now - plainAtMs < PLAIN_EVERY_MS) return;
      plainAtMs = now;
      plain(text);
    },
    say(text) {
      out.write(shown === '' ? `${text}\n` : `\r${text.padEnd(shown.length)}\n`);
      shown = '';
    },
    end() {
      if (shown !== '') out.write('\n');
      if (waiting !== '') plain(waiting);
      shown = '';
    },
  };
}
