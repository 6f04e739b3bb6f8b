import { useRef, useState } from 'react';

/** Work that a form does when it is sent: runs one at a time, and keeps what it was refused for. */
export function useAttempt() {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();
  const running = useRef(false);
  const run = async (work: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setRunning(true);
    setError(undefined);
    try {
      await work();
    } catch (thrown) {
      // Who gives up at the device's own question knows it.
      if (!(thrown instanceof DOMException || (thrown as Error).name === 'NotAllowedError')) setError(thrown);
    } finally {
      running.current = false;
      setRunning(false);
    }
  };
  return { isRunning, error, run };
}
