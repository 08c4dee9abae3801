/**
 * What `answer` gives if it comes within `limitMs`, else what `late` gives (or throws). When the time is over, what
 * has already arrived is looked at once more: a process that was busy for a moment must not blame the other side.
 */
export function within<T>(limitMs: number, answer: Promise<T>, late: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      try {
        resolve(late());
      } catch (error) {
        reject(error);
      }
    };
    // Timers run before sockets are read: the second one comes after whatever lay in them.
    let timer = setTimeout(() => {
      timer = setTimeout(giveUp, 0);
    }, limitMs);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
