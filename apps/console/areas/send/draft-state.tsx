import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { http, type Schemas } from '../../api/client.ts';
import { draftKey } from './draft-query.ts';
import { letterOf, preparedFrom, sameForAll } from './letter-of.ts';

export type Draft = Schemas['Draft'];
export type Preparation = Schemas['Preparation'];
type Change = Schemas['OrderChange']['options'];
export type Options = Change & { service: NonNullable<Change['service']> };

/** Typing rests so long before it is saved, in milliseconds. */
const REST_MS = 600;
const dispensable = ['costCentre', 'clientReference', 'sendDate', 'backgroundPage'] as const;

export interface DraftState {
  readonly draft: Draft;
  readonly id: string;
  readonly preparation: Preparation;
  readonly options: Options;
  /** Counts what was saved: pages made before show another letter. */
  readonly revision: number;
  readonly saving: 'saved' | 'waiting' | 'saving' | 'failed';
  prepare(change: Partial<Preparation>): void;
  choose(change: { [Name in keyof Options]?: Options[Name] | undefined }): void;
  /** Saves all that waits, and makes letters of it as far as they are whole. @throws Problem what the server refuses */
  flush(): Promise<void>;
  /** Asks for the draft anew. */
  reload(): Promise<void>;
}

const DraftContext = createContext<DraftState | undefined>(undefined);

/** The draft that is worked on; inside of its page. */
export function useDraft(): DraftState {
  const state = useContext(DraftContext);
  if (state === undefined) throw new Error('outside of a draft');
  return state;
}

/** Keeps a draft as its sender works on it: what is typed stands at once on screen and soon at the server. */
export function DraftProvider({ draft, children }: { draft: Draft; children: ReactNode }) {
  const cache = useQueryClient();
  const { id } = draft.order;
  const [preparation, setPreparation] = useState<Preparation>(() => preparedFrom(draft));
  const [options, setOptions] = useState<Options>(() => optionsOf(draft));
  const [revision, setRevision] = useState(0);
  const [saving, setSaving] = useState<DraftState['saving']>('saved');
  const now = useRef({ preparation, options, draft });
  useEffect(() => {
    now.current.draft = draft;
  }, [draft]);
  /** What is to be saved; `letter`: of the preparation something that the letter is made of. */
  const waits = useRef({ preparation: false, letter: false, options: new Set<keyof Options>() });
  const put = useRef({ letter: '', same: JSON.stringify(sameForAll(preparation)) });
  const chain = useRef(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const reload = useCallback(() => cache.invalidateQueries({ queryKey: draftKey(id) }), [cache, id]);

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const { preparation: isPrepared, letter, options: chosen } = waits.current;
    if (!isPrepared && chosen.size === 0) return;
    waits.current = { preparation: false, letter: false, options: new Set() };
    setSaving('saving');
    try {
      if (chosen.size > 0)
        await http.PATCH('/v1/orders/{id}', {
          params: { path: { id } },
          body: changeOf(now.current.options, chosen),
        });
      if (isPrepared)
        await http.PUT('/v1/drafts/{id}/preparation', { params: { path: { id } }, body: now.current.preparation });
      if (letter || chosen.size > 0) setRevision((number) => number + 1);
      setSaving(waits.current.preparation || waits.current.options.size > 0 ? 'waiting' : 'saved');
    } catch (error) {
      if (isPrepared) waits.current.preparation = true;
      if (letter) waits.current.letter = true;
      for (const name of chosen) waits.current.options.add(name);
      setSaving('failed');
      throw error;
    }
  }, [id]);

  /** One saving after the other, whatever became of the one before. */
  const inTurn = useCallback((work: () => Promise<void>) => {
    const turn = chain.current.catch(() => undefined).then(work);
    chain.current = turn;
    return turn;
  }, []);

  const soon = useCallback(() => {
    setSaving('waiting');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => inTurn(save).catch(() => undefined), REST_MS);
  }, [inTurn, save]);

  const settle = useCallback(async () => {
    const { preparation: prepared, draft: at } = now.current;
    const path = { id };
    if (prepared.to?.way === 'file' || at.order.letterCount > 1) {
      const same = JSON.stringify(sameForAll(prepared));
      if (at.order.letterCount === 0 || same === put.current.same) return;
      await http.PATCH('/v1/drafts/{id}/letters', { params: { path }, body: sameForAll(prepared) });
      put.current.same = same;
    } else {
      const letter = letterOf(prepared);
      const text = JSON.stringify(letter);
      if (letter === undefined || text === put.current.letter) return;
      await http.PUT('/v1/drafts/{id}/letter', { params: { path }, body: { letter } });
      put.current.letter = text;
    }
    setRevision((number) => number + 1);
  }, [id]);

  const flush = useCallback(
    () =>
      inTurn(async () => {
        await save();
        await settle();
        await reload();
      }),
    [inTurn, save, settle, reload],
  );

  useEffect(() => {
    const leave = () => void save().catch(() => undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [save]);

  const value = useMemo<DraftState>(
    () => ({
      draft,
      id,
      preparation,
      options,
      revision,
      saving,
      prepare(change) {
        now.current.preparation = { ...now.current.preparation, ...change };
        setPreparation(now.current.preparation);
        waits.current.preparation = true;
        // At which step its sender is makes no other letter of it.
        if (Object.keys(change).some((name) => name !== 'step')) waits.current.letter = true;
        soon();
      },
      choose(change) {
        now.current.options = { ...now.current.options, ...change } as Options;
        setOptions(now.current.options);
        for (const name of Object.keys(change)) waits.current.options.add(name as keyof Options);
        soon();
      },
      flush,
      reload,
    }),
    [draft, id, preparation, options, revision, saving, soon, flush, reload],
  );
  return <DraftContext value={value}>{children}</DraftContext>;
}

function optionsOf({ order }: Draft): Options {
  const references = {
    ...(order.costCentre !== null && { costCentre: order.costCentre }),
    ...(order.clientReference !== null && { clientReference: order.clientReference }),
  };
  return { ...(order.options as Options), ...references };
}

function changeOf(options: Options, names: ReadonlySet<keyof Options>): Schemas['OrderChange'] {
  const isGone = (name: keyof Options) => options[name] === undefined || options[name] === '';
  const kept = [...names].filter((name) => !isGone(name));
  return {
    options: Object.fromEntries(kept.map((name) => [name, options[name]])),
    without: dispensable.filter((name) => names.has(name) && isGone(name)),
  };
}
