import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { follow, type LiveEvent } from './event-source.ts';

type Hear = (event: LiveEvent) => void;
interface Live {
  readonly isUp: boolean;
  readonly listeners: Set<Hear>;
}
const LiveContext = createContext<Live>({ isUp: false, listeners: new Set() });

/** What is shown is asked for anew at most this often, however much happens. */
const REFRESH_MS = 1000;

/**
 * Listens to what happens at this desk. Each event makes every list and thing on screen whose path its subject touches ask anew; pages that
 * want more use `useLive`. Tabs share one stream: a browser opens few connections to one server.
 */
export function LiveEvents({ path, children }: { path: string | undefined; children: ReactNode }) {
  const cache = useQueryClient();
  const [isUp, setUp] = useState(false);
  const [listeners] = useState(() => new Set<Hear>());
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const hear = useEffectEvent((event: LiveEvent) => {
    for (const listener of listeners) listener(event);
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined;
      void cache.invalidateQueries({ refetchType: 'active', predicate: ({ meta }) => meta?.live !== false });
    }, REFRESH_MS);
  });

  useEffect(() => {
    if (path === undefined) return;
    const end = new AbortController();
    const channel = new BroadcastChannel(`pli-live ${path}`);
    type Message = { event: LiveEvent } | { up: boolean };
    const take = (message: Message) => ('event' in message ? hear(message.event) : setUp(message.up));
    channel.onmessage = ({ data }: MessageEvent<Message>) => take(data);
    const send = (message: Message) => {
      take(message);
      channel.postMessage(message);
    };
    const lead = () => follow(path, end.signal, { event: (event) => send({ event }), up: (up) => send({ up }) });
    // Where locks are missing (plain http from another machine), each tab has a stream of its own.
    const led = 'locks' in navigator ? navigator.locks.request(channel.name, { signal: end.signal }, lead) : lead();
    led.catch(() => undefined);
    return () => {
      end.abort();
      channel.close();
      clearTimeout(waiting.current);
      waiting.current = undefined;
    };
  }, [path]);

  return <LiveContext value={{ isUp, listeners }}>{children}</LiveContext>;
}

/** Hears each event of this desk while the component is shown. */
export function useLive(hear: Hear): void {
  const { listeners } = useContext(LiveContext);
  const heard = useEffectEvent(hear);
  useEffect(() => {
    const listener: Hear = (event) => heard(event);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, [listeners]);
}

/** Whether the stream of events stands. */
export const useIsLive = (): boolean => useContext(LiveContext).isUp;
