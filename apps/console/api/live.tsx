import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { follow } from './event-source.ts';

/** Whether the stream of events stands. */
const LiveContext = createContext(false);

/** What is shown is asked for anew at most this often, however much happens. */
const REFRESH_MS = 1000;

/**
 * Listens to what happens at this desk: each event makes what is on screen ask anew, soon. Tabs share one stream: a browser opens few
 * connections to one server.
 */
export function LiveEvents({ path, children }: { path: string | undefined; children: ReactNode }) {
  const cache = useQueryClient();
  const [isUp, setUp] = useState(false);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const refresh = useEffectEvent(() => {
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined;
      void cache.invalidateQueries({ refetchType: 'active', predicate: ({ meta }) => meta?.live !== false });
    }, REFRESH_MS);
  });

  useEffect(() => {
    if (path === undefined) return;
    const end = new AbortController();
    const channel = new BroadcastChannel(`pli-live ${path}`);
    type Message = 'event' | { up: boolean };
    const take = (message: Message) => (message === 'event' ? refresh() : setUp(message.up));
    channel.onmessage = ({ data }: MessageEvent<Message>) => take(data);
    const send = (message: Message) => {
      take(message);
      channel.postMessage(message);
    };
    const lead = () => follow(path, end.signal, { event: () => send('event'), up: (up) => send({ up }) });
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

  return <LiveContext value={isUp}>{children}</LiveContext>;
}

/** Whether the stream of events stands. */
export const useIsLive = (): boolean => useContext(LiveContext);
