import { useEffect, useState } from 'react';

/**
 * For a dialog that is rendered while it is open: when it closes, the focus goes back to where it was before, or to the page's heading where
 * that is gone or goes with what was done.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => void setTimeout(() => giveBack(before)), [before]);
}

const isLost = () => document.activeElement === null || document.activeElement === document.body;

function giveBack(before: Element | null): void {
  // A dialog that led elsewhere: the page there has taken the focus.
  if (!isLost()) return;
  if (!(before instanceof HTMLElement) || !before.isConnected || before === document.body) return toHeading();
  before.focus({ preventScroll: true });
  // A button may go a moment later, once the page knows what was done.
  const end = () => {
    watch.disconnect();
    document.removeEventListener('focusin', end);
  };
  const watch = new MutationObserver(() => {
    if (before.isConnected) return;
    end();
    if (isLost()) toHeading();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', end);
}

const toHeading = (): void => document.querySelector('h1')?.focus({ preventScroll: true });
