import { readTagChanges } from './tag-store';
import { createTagView } from './tag-view';

/** This instance's view. Where nothing looks each second (a function that sleeps between calls), whoever needs it looks. */
export const tagView = createTagView(readTagChanges);

const EVERY_MS = 1_000;

/** Looks each second until stopped, for an instance that stays. */
export function watchTags(): { stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const look = async () => {
    await tagView.sync();
    if (!isStopped) timer = setTimeout(look, EVERY_MS);
  };
  void look();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
