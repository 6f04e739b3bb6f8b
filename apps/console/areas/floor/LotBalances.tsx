import { Paper, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { Count } from '../../components/measures.tsx';
import { Sign } from '../../components/Sign.tsx';
import type french from '../../words/fr/floor.ts';
import classes from './Lot.module.css';

type Word = keyof typeof french.lots;
interface Balance {
  name: 'sheets' | 'pieces' | 'envelopes';
  /** How what went in is called. */
  inWord: Word;
  went: number | null;
  parts: { word: Word; count: number | null }[];
}

const balancesOf = ({ balances: { sheets, pieces, envelopes } }: Schemas['LotWhole']): Balance[] => [
  {
    name: 'sheets',
    inWord: 'printed',
    went: sheets.printed,
    parts: [
      { word: 'good', count: sheets.good },
      { word: 'spoiled', count: sheets.spoiled },
      { word: 'banner', count: sheets.banner },
      { word: 'duplicate', count: sheets.duplicate },
    ],
  },
  {
    name: 'pieces',
    inWord: 'planned',
    went: pieces.planned,
    parts: [
      { word: 'good', count: pieces.good },
      { word: 'spoiled', count: pieces.spoiled },
      { word: 'voided', count: pieces.voided },
    ],
  },
  {
    name: 'envelopes',
    inWord: 'taken',
    went: envelopes.used,
    parts: [
      { word: 'good', count: envelopes.good },
      { word: 'spoiled', count: envelopes.spoiled },
    ],
  },
];

/** Sheets, pieces, envelopes: what went in against where it went. A lot does not close before each is even. */
export function LotBalances({ lot }: { lot: Schemas['LotWhole'] }) {
  return (
    <div className={classes.balances}>
      {balancesOf(lot).map((balance) => (
        <OneBalance key={balance.name} balance={balance} />
      ))}
    </div>
  );
}

function OneBalance({ balance: { name, inWord, went, parts } }: { balance: Balance }) {
  const { t } = useTranslation('floor');
  const isCounted = went !== null && parts.every(({ count }) => count !== null);
  const left = (went ?? 0) - parts.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const line = (word: string, count: number | null, isSum = false) => (
    <>
      <dt data-sum={isSum || undefined}>{word}</dt>
      <dd data-sum={isSum || undefined}>{count === null ? '—' : <Count of={count} />}</dd>
    </>
  );
  return (
    <Paper className={classes.balance ?? ''}>
      <Title order={3} size="h3">
        {t(`lots.balance.${name}`)}
      </Title>
      {!isCounted ? (
        <Sign tone="calm">{t('lots.notYet')}</Sign>
      ) : left === 0 ? (
        <Sign tone="good" icon={IconCircleCheck}>
          {t('lots.closes')}
        </Sign>
      ) : (
        <Sign tone="warn" icon={IconAlertTriangle}>
          {t(name === 'pieces' ? 'lots.leftPieces' : 'lots.left')} : {left}
        </Sign>
      )}
      <dl className={classes.rows}>
        {line(`${t('lots.in')} (${t(`lots.${inWord}` as 'lots.printed')})`, went)}
        {parts.map(({ word, count }) => (
          <div key={word} style={{ display: 'contents' }}>
            {line(t(`lots.${word}` as 'lots.good'), count)}
          </div>
        ))}
        {isCounted && line(t(name === 'pieces' ? 'lots.leftPieces' : 'lots.left'), left, true)}
      </dl>
    </Paper>
  );
}
