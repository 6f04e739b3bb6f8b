import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { IconAlertTriangle, IconBulb, IconHelpCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type french from '../../../words/fr/send.ts';
import classes from './AddressAdvice.module.css';
import type { Address } from './AddressFields.tsx';
import type { AddressCheck } from './address-check.ts';

type Field = keyof typeof french.to.field;
type FaultCode = keyof typeof french.to.fault;
type SuggestionCode = keyof typeof french.to.suggestion;

/** The address as it will be printed, what is unsure in it, and what could be corrected: by its sender, never by itself. */
export function AddressAdvice(props: {
  readonly check: UseQueryResult<AddressCheck>;
  readonly address: Address;
  readonly onChange: (address: Address) => void;
}) {
  const { check, address, onChange } = props;
  const { t } = useTranslation('send');
  const words = useAdviceWords();
  const told = check.data;
  const suggestions = told === undefined ? [] : byCode(told.suggestions);
  const apply = (changes: AddressCheck['suggestions']) =>
    onChange({ ...address, ...Object.fromEntries(changes.map(({ field, value }) => [field, value || undefined])) });
  return (
    <Stack gap="md">
      <div>
        <Title order={3} mb="xs">
          {t('to.printed')}
        </Title>
        <Paper className={classes.label ?? ''} aria-live="polite">
          {told === undefined ? (
            <Text c="dimmed" size="sm">
              {t('to.printedNone')}
            </Text>
          ) : (
            told.lines.map((line, i) => <div key={i}>{line}</div>)
          )}
        </Paper>
      </div>
      <div aria-live="polite">
        {told !== undefined && told.faults.length > 0 && (
          <Advice icon={<IconAlertTriangle size={18} aria-hidden />} title={t('to.faults')} tone="bad">
            {told.faults.map((fault, i) => (
              <li key={i}>{words.fault(fault)}</li>
            ))}
          </Advice>
        )}
        {suggestions.map(([code, changes]) => (
          <Advice
            key={code}
            icon={<IconBulb size={18} aria-hidden />}
            title={t('to.suggestions')}
            tone="good"
            action={
              <Button size="compact-sm" variant="default" onClick={() => apply(changes)}>
                {t('to.apply')}
              </Button>
            }
          >
            <li>{words.suggestion(code, changes[0]?.why ?? '')}</li>
            {changes.map(({ field, value }) => (
              <li key={field}>
                <strong>
                  {t('to.becomes', { field: words.field(field), value: value === '' ? t('to.emptied') : value })}
                </strong>
              </li>
            ))}
          </Advice>
        ))}
        {told !== undefined && told.unsure.length > 0 && (
          <Advice icon={<IconHelpCircle size={18} aria-hidden />} title={t('to.doubts')} tone="calm">
            {told.unsure.map((doubt, i) => (
              <li key={i}>{words.doubt(doubt)}</li>
            ))}
          </Advice>
        )}
      </div>
    </Stack>
  );
}

function Advice(props: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly tone: 'bad' | 'good' | 'calm';
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  const { icon, title, tone, action, children } = props;
  return (
    <div className={classes.advice} data-tone={tone}>
      <div className={classes.title}>
        {icon}
        <span>{title}</span>
      </div>
      <ul>{children}</ul>
      {action}
    </div>
  );
}

function byCode(suggestions: AddressCheck['suggestions']): [string, AddressCheck['suggestions']][] {
  const groups = new Map<string, AddressCheck['suggestions']>();
  for (const one of suggestions) groups.set(one.code, [...(groups.get(one.code) ?? []), one]);
  return [...groups];
}

/** Ours by code in French; the server's own sentences in English. */
function useAdviceWords() {
  const { t, i18n } = useTranslation('send');
  const isEnglish = i18n.language === 'en';
  const field = (name: string) => (i18n.exists(`send:to.field.${name}`) ? t(`to.field.${name as Field}`) : name);
  return {
    field,
    fault: ({ code, field: at, detail }: AddressCheck['faults'][number]) => {
      if (isEnglish) return detail;
      const known = (i18n.exists(`send:to.fault.${code}`) ? code : 'other') as FaultCode;
      return t(`to.fault.${known}`, { field: field(at) });
    },
    suggestion: (code: string, why: string) =>
      isEnglish || !i18n.exists(`send:to.suggestion.${code}`) ? why : t(`to.suggestion.${code as SuggestionCode}`),
    doubt: ({ field: at, why }: AddressCheck['unsure'][number]) =>
      isEnglish ? why : t('to.doubt', { field: field(at) }),
  };
}
