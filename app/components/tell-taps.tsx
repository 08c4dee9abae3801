'use client';

import { useEffect } from 'react';

declare global {
  interface Window {
    /** Ends the keeping and gives what was kept, in its order, each once. Where there is a {@link FirstPaint}. */
    takeKeptTaps?: () => HTMLElement[];
  }
}

/** Does now what was tapped and chosen while the page had no scripts yet. */
export function TellTaps() {
  useEffect(() => {
    // Said here as well: pages that are come to from one without that script are painted too.
    document.documentElement.dataset.painted = '';
    void tell(window.takeKeptTaps?.() ?? []);
  }, []);
  return null;
}

/**
 * One after the other, each with a turn of its own: a size that was chosen must be what is then put into the cart. A part of
 * the page that is not alive yet is woken by it, as React hydrates what a click or a choice is for.
 */
async function tell(kept: readonly HTMLElement[]): Promise<void> {
  for (const element of kept) {
    await new Promise((resolve) => setTimeout(resolve));
    delete element.dataset.kept;
    if (element instanceof HTMLSelectElement) element.dispatchEvent(new Event('change', { bubbles: true }));
    else element.click();
  }
}
