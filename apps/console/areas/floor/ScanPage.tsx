import { Button, Group, List, Paper, Switch, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { http } from '../../api/client.ts';
import { Page } from '../../components/Page.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { useFloorWords } from './floor-words.ts';
import classes from './Scan.module.css';
import { nameOf, ScanAnswer, toneOf, useOutcomeWords, type Shown } from './ScanAnswer.tsx';
import {
  choicesFor,
  intoTray,
  seal,
  spoil,
  spoilReasons,
  type Choice,
  type Outcome,
  type Scanned,
  type SpoilReason,
} from './scan-choices.ts';
import { sound } from './scan-sound.ts';

/** A digit of the desk: what it says, and what it does with what was scanned. */
interface Offer {
  readonly key: string;
  readonly label: string;
  readonly isMain: boolean;
  readonly does: Choice | { readonly what: 'spoilFor'; readonly piece: string; readonly why: SpoilReason };
  readonly scanned: Scanned;
}
interface Past {
  key: number;
  code: string;
  words: string;
}

/** The desk of the scanner gun: it types a code and Enter, and the answer is read from two metres away. No mouse is needed. */
export function ScanPage() {
  const { t } = useTranslation('floor');
  const { may } = useDesk();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [shown, setShown] = useState<Shown>({ at: 'ready' });
  const [past, setPast] = useState<readonly Past[]>([]);
  const [isLoud, setLoud] = useState(false);
  /** A scanner is faster than an answer: what it reads meanwhile waits in line. */
  const line = useRef(Promise.resolve());
  const latest = useRef<Shown>({ at: 'ready' });
  const outcomeWords = useOutcomeWords();
  const { reason } = useFloorWords();

  useEffect(() => input.current?.focus(), []);

  const remember = (what: string, words: string) =>
    setPast((before) => [{ key: (before[0]?.key ?? 0) + 1, code: what, words }, ...before].slice(0, 8));

  const show = (next: Shown, what: string) => {
    latest.current = next;
    setShown(next);
    if (isLoud) sound(toneOf(next));
    if (next.at !== 'why') remember(what, wordsOf(next));
  };
  const wordsOf = (one: Shown): string => {
    switch (one.at) {
      case 'scanned':
        return t(`scan.do.${one.scanned.advice.do}`, { tray: one.scanned.advice.tray?.number ?? '' });
      case 'done':
        return outcomeWords(one.outcome, one.tray);
      default:
        return t('scan.refused');
    }
  };
  const finish = async (outcome: Outcome, scanned: Scanned, tray?: number) => {
    show({ at: 'done', outcome, scanned, tray }, nameOf(scanned));
    await cache.invalidateQueries();
  };

  const choose = async ({ does, scanned }: Offer) => {
    switch (does.what) {
      case 'openThis':
        return void navigate(does.to);
      case 'spoil':
        return show({ at: 'why', scanned, piece: does.piece }, nameOf(scanned));
      case 'spoilFor':
        return finish(await spoil(does.piece, does.why), scanned);
      case 'intoTray':
        return finish(await intoTray(does.tray.id, does.windowCode), scanned, does.tray.number);
      case 'seal':
        return finish(await seal(does.tray), scanned);
    }
  };
  const offersOf = (one: Shown): Offer[] => {
    if (one.at === 'why')
      return spoilReasons.map((why) => ({
        key: why,
        label: reason(why),
        isMain: false,
        does: { what: 'spoilFor', piece: one.piece, why },
        scanned: one.scanned,
      }));
    if (one.at !== 'scanned') return [];
    return choicesFor(one.scanned, may('floor:write')).map((choice, i) => ({
      key: choice.what,
      label: t(`scan.${choice.what}`, { number: choice.what === 'intoTray' ? choice.tray.number : '' }),
      isMain: i === 0 && choice.what !== 'openThis',
      does: choice,
      scanned: one.scanned,
    }));
  };
  const offers = offersOf(shown);

  const take = async (text: string) => {
    const before = latest.current.at === 'scanned' ? latest.current.scanned : undefined;
    const digit = /^[1-9]$/.test(text) ? offersOf(latest.current)[Number(text) - 1] : undefined;
    if (digit !== undefined) return choose(digit);
    const { data } = await http.POST('/v1/site/scans', { body: { code: text } });
    if (data === undefined) return;
    // A tray scanned right behind a piece that may go into one: the piece is in it.
    if (data.kind === 'tray' && data.tray !== null && before?.piece && before.advice.tray !== null) {
      return finish(await intoTray(data.tray.id, before.piece.windowCode), before, data.tray.number);
    }
    show({ at: 'scanned', scanned: data }, text);
  };

  const act = (work: () => unknown, what: string): void => {
    line.current = line.current
      .then(async () => void (await work()))
      .catch((error: unknown) => show({ at: 'refused', error }, what))
      .finally(() => input.current?.focus());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = code.trim();
    setCode('');
    if (text !== '') act(() => take(text), text);
  };

  return (
    <Page title={t('scan.title')} lead={t('scan.lead')}>
      <div className={classes.desk} data-wide>
        <form onSubmit={submit}>
          <Group align="flex-end" wrap="wrap">
            <TextInput
              ref={input}
              className={classes.input ?? ''}
              style={{ flex: '1 1 18rem' }}
              label={t('scan.label')}
              placeholder={t('scan.placeholder')}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
            />
            <Switch
              label={t('scan.sound')}
              checked={isLoud}
              onChange={(event) => setLoud(event.currentTarget.checked)}
              mb="md"
            />
          </Group>
        </form>
        <Paper className={classes.answer ?? ''} data-tone={toneOf(shown)} role="status" aria-live="assertive">
          <ScanAnswer shown={shown} />
          {offers.length > 0 && (
            <ul className={classes.choices}>
              {offers.map((offer, i) => (
                <li key={offer.key}>
                  <Button
                    size="lg"
                    variant={offer.isMain ? 'filled' : 'default'}
                    onClick={() =>
                      act(() => {
                        // Pressed twice: what it was about is no longer before us.
                        if (latest.current === shown) return choose(offer);
                      }, nameOf(offer.scanned))
                    }
                  >
                    <span className={classes.digit}>{i + 1}</span>
                    {offer.label}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Paper>
        {past.length > 0 && (
          <section aria-labelledby="past">
            <Text id="past" size="xs" fw={600} c="dimmed" component="h2">
              {t('scan.history')}
            </Text>
            <List size="sm" listStyleType="none">
              {past.map(({ key, code: scanned, words }) => (
                <List.Item key={key}>
                  <Text span ff="monospace" size="sm">
                    {scanned}
                  </Text>{' '}
                  · {words}
                </List.Item>
              ))}
            </List>
          </section>
        )}
      </div>
    </Page>
  );
}
