import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../../api/problem-words.ts';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useFloorWords } from './floor-words.ts';
import classes from './Scan.module.css';
import type { Outcome, Scanned } from './scan-choices.ts';

/** What the desk shows: the answer to the last scan, the question why, what was done, or why not. */
export type Shown =
  | { readonly at: 'ready' }
  | { readonly at: 'scanned'; readonly scanned: Scanned }
  | { readonly at: 'why'; readonly scanned: Scanned; readonly piece: string }
  | { readonly at: 'done'; readonly outcome: Outcome; readonly scanned: Scanned; readonly tray: number | undefined }
  | { readonly at: 'refused'; readonly error: unknown };

/** Green: go on. Amber: look. Red: it must not go, or was refused. */
export function toneOf(shown: Shown): 'good' | 'warn' | 'bad' {
  if (shown.at === 'refused') return 'bad';
  if (shown.at === 'done') return shown.outcome === 'reappeared' ? 'bad' : 'good';
  if (shown.at === 'ready') return 'good';
  if (shown.at === 'why') return 'warn';
  const { do: what } = shown.scanned.advice;
  if (['put_aside_and_spoil', 'put_into_bin', 'keep_until_counted', 'ask_carrier'].includes(what)) return 'bad';
  return ['check', 'open_tray', 'break_seal'].includes(what) ? 'warn' : 'good';
}

/** How the floor calls what was scanned. */
export const nameOf = ({ piece, tray, lot, deposit }: Scanned): string =>
  piece?.windowCode ?? tray?.code ?? String(lot?.number ?? deposit?.number ?? '');

/** What was done, in words. */
export function useOutcomeWords() {
  const { t } = useTranslation('floor');
  return (outcome: Outcome, tray: number | undefined): string =>
    t(`scan.${outcome === 'already_there' ? 'alreadyThere' : outcome}`, { number: tray ?? '' });
}

/** The answer in letters that are read from two metres away. */
export function ScanAnswer({ shown }: { shown: Shown }) {
  const { t } = useTranslation('floor');
  const outcomeWords = useOutcomeWords();
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
  if (shown.at === 'why')
    return (
      <>
        <What scanned={scanned} />
        <div className={classes.do}>{t('scan.why')}</div>
        <div className={classes.say}>{t('scan.whyText')}</div>
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
