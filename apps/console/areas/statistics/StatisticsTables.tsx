import { useTranslation } from 'react-i18next';
import type { ServiceName } from '#domain/services';
import type { Schemas } from '../../api/client.ts';
import { daysOfMonth, type CountedState, type LetterChoice } from '../../components/letter-choice.ts';
import { localeOf } from '../../words/language.ts';
import { Counted } from './Counted.tsx';
import classes from './statistics.module.css';

const colours: Record<ServiceName, string> = { priority: 'blue.6', registered: 'orange.6', economy: 'teal.6' };
const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);

/** The counts of a period by each of their kinds. */
export function StatisticsTables({
  data,
  choice,
  services,
}: {
  data: Schemas['Statistics'];
  choice: LetterChoice & { from: string; to: string };
  services: readonly ServiceName[];
}) {
  const { t, i18n } = useTranslation(['statistics', 'states', 'history']);
  const monthFormat = new Intl.DateTimeFormat(localeOf(i18n.language), { month: 'short', year: 'numeric' });
  const nameOf = (month: string) => monthFormat.format(new Date(`${month}-15T12:00:00Z`));
  const within = (month: string) => {
    const days = daysOfMonth(month);
    return { ...choice, from: later(days.from, choice.from), to: earlier(days.to, choice.to) };
  };
  const used = services.filter((service) => data.byService.some((row) => row.service === service));
  const serviceName = (service: string) => t(`states:service.${service as ServiceName}`);
  return (
    <>
      <Counted
        title={t('by.month')}
        column={t('column.month')}
        rows={data.byMonth.map(({ month, ...row }) => ({
          key: month,
          name: nameOf(month),
          ...row,
          choice: within(month),
        }))}
        chart={{
          stacked: true,
          series: used.map((name) => ({ name, label: serviceName(name), color: colours[name] })),
          data: data.byMonth.map(({ month }) => ({
            name: nameOf(month),
            ...Object.fromEntries(
              used.map((service) => [
                service,
                data.byMonthAndService.find((row) => row.month === month && row.service === service)?.letters ?? 0,
              ]),
            ),
          })),
        }}
      />
      <div className={classes.pair}>
        <Counted
          title={t('by.state')}
          column={t('column.state')}
          rows={data.byState.map(({ state, ...row }) => ({
            key: state,
            name: t(`states:letter.${state as CountedState}`),
            ...row,
            choice: { ...choice, state: state as CountedState },
          }))}
        />
        <Counted
          title={t('by.service')}
          column={t('column.service')}
          rows={data.byService.map(({ service, ...row }) => ({
            key: service,
            name: serviceName(service),
            ...row,
            choice: { ...choice, service: service as ServiceName },
          }))}
        />
        <Counted
          title={t('by.content')}
          column={t('column.content')}
          rows={data.byContent.map(({ content, ...row }) => ({
            key: content,
            name: t(`history:content.${content}`),
            ...row,
            choice: { ...choice, content },
          }))}
        />
        <Counted
          title={t('by.envelope')}
          column={t('column.envelope')}
          rows={data.byEnvelope.map(({ envelope, ...row }) => ({
            key: envelope ?? 'none',
            name: envelope ?? t('noEnvelope'),
            ...row,
            choice: { ...choice, envelope: (envelope ?? 'none') as NonNullable<LetterChoice['envelope']> },
          }))}
        />
      </div>
      <Counted
        title={t('by.costCentre')}
        column={t('column.costCentre')}
        rows={data.byCostCentre.map(({ key, costCentre, label, ...row }) => ({
          key,
          name: costCentre === null ? t('noCostCentre') : label === null ? costCentre : `${costCentre} · ${label}`,
          ...row,
          choice: { ...choice, costCentre: key },
        }))}
        chart={{
          series: [{ name: 'letters', label: t('column.letters'), color: 'blue.6' }],
          data: data.byCostCentre
            .slice(0, 12)
            .map(({ costCentre, letters }) => ({ name: costCentre ?? t('noCostCentre'), letters })),
        }}
      />
      <Counted
        title={t('by.postage')}
        column={t('column.month')}
        rows={data.byMonth
          .filter(({ sent }) => sent > 0)
          .map(({ month, ...row }) => ({ key: month, name: nameOf(month), ...row, choice: within(month) }))}
        chart={{
          euros: true,
          series: [{ name: 'postage', label: t('column.postage'), color: 'grape.6' }],
          data: data.byMonth.map(({ month, postageCents }) => ({ name: nameOf(month), postage: postageCents / 100 })),
        }}
      />
    </>
  );
}
