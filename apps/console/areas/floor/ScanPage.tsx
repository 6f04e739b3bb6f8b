import { Button, Group, List, Paper, Switch, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { http } from '../../api/client.ts';
import { useProblemWords } from '../../api/problem-words.ts';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { useFloorWords } from './floor-words.ts';
import classes from './Scan.module.css';
import { choicesFor, doChoice, intoTray, type Choice, type Outcome, type Scanned } from './scan-choices.ts';
import { sound } from './scan-sound.ts';

/** What the desk shows: the answer to the last scan, what was done, or why not. */
type Shown =
  | { at: 'ready' }
  | { at: 'scanned'; scanned: Scanned }
  | { at: 'done'; outcome: Outcome; scanned: Scanned; tray: number | undefined }
  | { at: 'refused'; error: unknown };
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
  const choicesOf = (one: Shown) => (one.at === 'scanned' ? choicesFor(one.scanned, may('floor:write')) : []);
  const choices = choicesOf(shown);

  useEffect(() => input.current?.focus(), []);

  const remember = (what: string, words: string) =>
    setPast((before) => [{ key: (before[0]?.key ?? 0) + 1, code: what, words }, ...before].slice(0, 8));

  const show = (next: Shown, what: string) => {
    latest.current = next;
    setShown(next);
    if (isLoud) sound(toneOf(next));
    const words =
      next.at === 'scanned'
        ? t(`scan.do.${next.scanned.advice.do}`, { tray: next.scanned.advice.tray?.number ?? '' })
        : next.at === 'done'
          ? outcomeWords(next.outcome, next.tray)
          : t('scan.refused');
    remember(what, words);
  };
  const outcomeWords = (outcome: Outcome, tray: number | undefined) =>
    t(`scan.${outcome === 'already_there' ? 'alreadyThere' : outcome}`, { number: tray ?? '' });

  const choose = async (choice: Choice, scanned: Scanned) => {
    if (choice.what === 'openThis') return void navigate(choice.to);
    const outcome = await doChoice(choice);
    const tray = choice.what === 'intoTray' ? choice.tray.number : undefined;
    show({ at: 'done', outcome, scanned, tray }, nameOf(scanned));
    await cache.invalidateQueries();
  };

  const take = async (text: string) => {
    const before = latest.current.at === 'scanned' ? latest.current.scanned : undefined;
    const digit = /^[1-9]$/.test(text) ? choicesOf(latest.current)[Number(text) - 1] : undefined;
    if (digit !== undefined && before !== undefined) return choose(digit, before);
    const { data } = await http.POST('/v1/site/scans', { body: { code: text } });
    if (data === undefined) return;
    // A tray scanned right behind a piece that may go into one: the piece is in it.
    if (data.kind === 'tray' && data.tray !== null && before?.piece && before.advice.tray !== null) {
      const outcome = await intoTray(data.tray.id, before.piece.windowCode);
      show({ at: 'done', outcome, scanned: before, tray: data.tray.number }, nameOf(before));
      return cache.invalidateQueries();
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
          <Answer shown={shown} outcomeWords={outcomeWords} />
          {shown.at === 'scanned' && (
            <ul className={classes.choices}>
              {choices.map((choice, i) => (
                <li key={choice.what}>
                  <Button
                    size="lg"
                    variant={i === 0 && choice.what !== 'openThis' ? 'filled' : 'default'}
                    onClick={() =>
                      act(() => {
                        // Pressed twice: what it was about is no longer before us.
                        if (latest.current === shown) return choose(choice, shown.scanned);
                      }, nameOf(shown.scanned))
                    }
                  >
                    <span className={classes.digit}>{i + 1}</span>
                    {t(`scan.${choice.what}`, { number: choice.what === 'intoTray' ? choice.tray.number : '' })}
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

/** Green: go on. Amber: look. Red: it must not go, or was refused. */
function toneOf(shown: Shown): 'good' | 'warn' | 'bad' {
  if (shown.at === 'refused') return 'bad';
  if (shown.at === 'done') return shown.outcome === 'reappeared' ? 'bad' : 'good';
  if (shown.at === 'ready') return 'good';
  const { do: what } = shown.scanned.advice;
  if (['put_aside_and_spoil', 'put_into_bin', 'keep_until_counted', 'ask_carrier'].includes(what)) return 'bad';
  return ['check', 'open_tray', 'break_seal'].includes(what) ? 'warn' : 'good';
}

const nameOf = ({ piece, tray, lot, deposit }: Scanned): string =>
  piece?.windowCode ?? tray?.code ?? String(lot?.number ?? deposit?.number ?? '');

function Answer({
  shown,
  outcomeWords,
}: {
  shown: Shown;
  outcomeWords: (outcome: Outcome, tray: number | undefined) => string;
}) {
  const { t } = useTranslation('floor');
  if (shown.at === 'refused') return <Refused error={shown.error} />;
  if (shown.at === 'ready')
    return (
      <>
        <div className={classes.do}>{t('scan.ready')}</div>
        <div className={classes.say}>{t('scan.readyText')}</div>
      </>
    );
  const { scanned } = shown;
  if (shown.at === 'done')
    return (
      <>
        <What scanned={scanned} />
        <div className={classes.do}>{t('scan.done', { text: outcomeWords(shown.outcome, shown.tray) })}</div>
      </>
    );
  const { advice } = scanned;
  const tray = advice.tray?.number ?? '';
  return (
    <>
      <What scanned={scanned} />
      <div className={classes.do}>{t(`scan.do.${advice.do}`, { tray })}</div>
      <div className={classes.say}>
        {scanned.putAside && <p>{t('scan.putAside')}</p>}
        {t(`scan.say.${advice.do}`, { tray })}
        {advice.tray !== null && (
          <Text size="sm" c="dimmed" mt={6}>
            {t('scan.next')} {t('scan.scanTray', { number: advice.tray.number })}
          </Text>
        )}
      </div>
    </>
  );
}

function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation('floor');
  const { title, text } = useProblemWords(error);
  return (
    <>
      <div className={classes.what}>{t('scan.refused')}</div>
      <div className={classes.do}>{title}</div>
      <div className={classes.say}>{text}</div>
    </>
  );
}

function What({ scanned: { piece, tray, lot, deposit } }: { scanned: Scanned }) {
  const { t } = useTranslation('floor');
  const { reason } = useFloorWords();
  return (
    <Group gap="sm" className={classes.what ?? ''}>
      {piece !== null && (
        <>
          <span>{t('scan.piece', { code: piece.windowCode })}</span>
          <StateBadge of="piece" state={piece.state} />
          {piece.reason !== null && <span>{reason(piece.reason)}</span>}
          <span>{t('scan.lot', { number: piece.lotNumber })}</span>
          <span>{piece.postcode}</span>
        </>
      )}
      {piece === null && tray !== null && (
        <>
          <span>{t('scan.tray', { number: tray.number })}</span>
          <StateBadge of="tray" state={tray.state} />
          <span>{tray.inside}</span>
        </>
      )}
      {lot !== null && (
        <>
          <span>{t('scan.lot', { number: lot.number })}</span>
          <StateBadge of="lot" state={lot.state} />
        </>
      )}
      {deposit !== null && (
        <>
          <span>{t('scan.deposit', { number: deposit.number })}</span>
          <StateBadge of="deposit" state={deposit.state} />
        </>
      )}
    </Group>
  );
}
