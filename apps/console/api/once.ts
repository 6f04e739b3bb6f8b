import { useState } from 'react';

/**
 * An Idempotency-Key as headers, made when the component that holds it opens: pressed twice, or sent again after a broken line, it is one
 * effect. Mount the dialog anew (a `key`, or render it only while it is open) for the next effect.
 */
export function useOnce(): { 'Idempotency-Key': string } {
  const [headers] = useState(newOnce);
  return headers;
}

/** The same outside of components. */
export const newOnce = () => ({ 'Idempotency-Key': crypto.randomUUID() });
