import { Button, Group, NumberInput, Paper, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { holidayRegions, type HolidayRegion } from '#domain/profiles';
import { http, queries, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { spansOfText, textOfSpans, useWeek } from './week.tsx';

type Profile = Schemas['SupportProfile'];

/** The next version of how support works, begun from the newest. */
export function ProfileForm({ from, onDone }: { from: Profile; onDone: () => void }) {
  const { t } = useTranslation('support');
  const names = useWeek()(from.data.hours.week);
  const [week, setWeek] = useState(() => from.data.hours.week.map(textOfSpans));
  const [holidays, setHolidays] = useState<HolidayRegion>(from.data.hours.holidays);
  const [closed, setClosed] = useState(() => from.data.hours.closed.join(' '));
  const [special, setSpecial] = useState(() =>
    from.data.hours.special.map(({ day, spans }) => `${day} ${textOfSpans(spans)}`).join('\n'),
  );
  const [answerHours, setAnswerHours] = useState(from.data.answerSeconds / 3600);
  const [callAgainHours, setCallAgainHours] = useState(from.data.callAgainSeconds / 3600);
  const [silenceDays, setSilenceDays] = useState(from.data.silenceDays);
  const [keepDays, setKeepDays] = useState(from.data.keepDays);
  const [called, setCalled] = useState(() => from.called.join(' '));
  const [validFrom, setValidFrom] = useState('');

  const days = week.map(spansOfText);
  const closedDays = words(closed);
  const specialDays = special.split('\n').filter((line) => line.trim() !== '');
  const read = specialDays.map((line) => {
    const [, day = '', rest = ''] = /^\s*(\d{4}-\d{2}-\d{2})(.*)$/.exec(line) ?? [];
    return { day, spans: spansOfText(rest) };
  });
  const wrongDays = closedDays.some((day) => !/^\d{4}-\d{2}-\d{2}$/.test(day));
  const wrongSpecial = read.some(({ day, spans }) => day === '' || spans === undefined);
  const ready = !days.includes(undefined) && !wrongDays && !wrongSpecial;

  const save = useMutation({
    mutationFn: () =>
      http.POST('/v1/provider/support-profiles', {
        body: {
          data: {
            hours: {
              timeZone: from.data.hours.timeZone,
              week: days.map((spans) => spans ?? []),
              holidays,
              closed: closedDays,
              special: read.map(({ day, spans }) => ({ day, spans: spans ?? [] })),
            },
            answerSeconds: Math.round(answerHours * 3600),
            callAgainSeconds: Math.round(callAgainHours * 3600),
            silenceDays,
            keepDays,
          },
          called: words(called),
          ...(validFrom !== '' && { validFrom: new Date(validFrom).toISOString() }),
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const count = (label: string, value: number, set: (value: number) => void) => (
    <NumberInput label={label} min={1} value={value} onChange={(given) => set(Number(given) || 1)} />
  );
  return (
    <Paper p="md" component="form" onSubmit={submit}>
      <Stack>
        <div>
          <Text fw={600}>{t('profile.week')}</Text>
          <Text size="sm" c="dimmed">
            {t('profile.weekHint')}
          </Text>
        </div>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {names.map(({ day }, i) => (
            <TextInput
              key={day}
              label={day}
              value={week[i] ?? ''}
              error={days[i] === undefined && t('profile.wrongSpans')}
              onChange={({ currentTarget: { value } }) => setWeek(week.map((text, at) => (at === i ? value : text)))}
            />
          ))}
          <Select
            label={t('profile.holidays')}
            data={holidayRegions.map((value) => ({ value, label: t(`profile.region.${value}`) }))}
            value={holidays}
            onChange={(value) => value !== null && setHolidays(value)}
          />
          <TextInput
            label={t('profile.closedDays')}
            description={t('profile.closedHint')}
            value={closed}
            error={wrongDays && t('profile.wrongDays')}
            onChange={(event) => setClosed(event.currentTarget.value)}
          />
          <Textarea
            label={t('profile.special')}
            description={t('profile.specialHint')}
            autosize
            minRows={2}
            value={special}
            error={wrongSpecial && t('profile.wrongSpans')}
            onChange={(event) => setSpecial(event.currentTarget.value)}
          />
          {count(t('profile.answerHours'), answerHours, setAnswerHours)}
          {count(t('profile.callAgainHours'), callAgainHours, setCallAgainHours)}
          {count(t('profile.silenceDays'), silenceDays, setSilenceDays)}
          {count(t('profile.keepDays'), keepDays, setKeepDays)}
          <TextInput
            label={t('profile.called')}
            description={t('profile.calledHint')}
            value={called}
            onChange={(event) => setCalled(event.currentTarget.value)}
          />
          <TextInput
            type="datetime-local"
            label={t('profile.validFrom')}
            description={t('profile.now')}
            value={validFrom}
            onChange={(event) => setValidFrom(event.currentTarget.value)}
          />
        </SimpleGrid>
        {save.error !== null && <ProblemNote error={save.error} />}
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!ready}>
            {t('profile.save')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

const words = (text: string): string[] => text.split(/[\s,;]+/).filter((word) => word !== '');
