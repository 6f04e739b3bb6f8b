import { createContext, useContext } from 'react';
import type { Desk, Session } from '../api/session.ts';

export interface AtDesk {
  readonly session: Session;
  readonly desk: Desk;
  /** Whether this desk may do what the scope opens. Screens show by it; the server decides. */
  readonly may: (scope: string) => boolean;
}

const DeskContext = createContext<AtDesk | undefined>(undefined);
export const DeskProvider = DeskContext.Provider;

/** The desk at which the person works; for everything inside the frame. */
export function useDesk(): AtDesk {
  const at = useContext(DeskContext);
  if (at === undefined) throw new Error('outside of the frame: nobody is at a desk here');
  return at;
}
