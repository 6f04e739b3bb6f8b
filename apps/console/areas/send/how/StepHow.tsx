import {
  Autocomplete,
  Checkbox,
  Radio,
  Select,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
  Input,
} from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client.ts';
import { ProblemNote } from '../../../api/ProblemNote.tsx';
import { Nothing } from '../../../components/Nothing.tsx';
import { Waiting } from '../../../components/Waiting.tsx';
import { localeOf } from '../../../words/language.ts';
import { useDraft } from '../draft-state.tsx';
import classes from './StepHow.module.css';
import { Sender } from './Sender.tsx';

type Service = Schemas['Choices']['sites'][number]['services'][number];

/** How: service, envelope, colour, sides, sender, cost centre, references, date, archive; of what the contract and the print room allow. */
export function StepHow() {
  const { t, i18n } = useTranslation('send');
  const { options, choose } = useDraft();
  const { data: choices, error, refetch } = api.useQuery('get', '/v1/choices', {}, { staleTime: 60_000 });
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (choices === undefined) return <Waiting />;
  const [site] = choices.sites;
  if (site === undefined)
    return <Nothing icon={IconMailOff} title={t('how.noContract')} text={t('how.noContractText')} />;
  const locale = localeOf(i18n.language);
  const nextDay = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${site.nextDeposit.day}T00:00:00Z`),
  );
  const chosen = site.services.find(({ name }) => name === options.service);
  return (
    <Stack gap="xl">
      <Title order={2}>{t('how.title')}</Title>
      <Radio.Group
        label={t('how.service')}
        value={options.service}
        onChange={(service) => choose({ service: service as Service['name'] })}
      >
        <SimpleGrid cols={{ base: 1, xs: 3 }} mt="xs">
          {site.services.map((service) => (
            <Radio.Card
              key={service.name}
              value={service.name}
              className={classes.card ?? ''}
              aria-label={t(`how.services.${service.name}`)}
            >
              <div className={classes.cardHead}>
                <Radio.Indicator />
                <Text fw={600}>{t(`how.services.${service.name}`)}</Text>
              </div>
              <Text size="sm" c="dimmed">
                <ServiceWords of={service} />
              </Text>
            </Radio.Card>
          ))}
        </SimpleGrid>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="lg">
        <Select
          label={t('how.envelope')}
          value={options.envelope ?? 'auto'}
          onChange={(envelope) => choose({ envelope: (envelope ?? 'auto') as NonNullable<typeof options.envelope> })}
          data={[
            { value: 'auto', label: t('how.envelopeAuto') },
            ...site.envelopes.map(({ format, maxSheets }) => ({
              value: format,
              label: `${format} · ${t('how.holds', { count: maxSheets })}`,
            })),
          ]}
        />
        <Input.Wrapper label={t('how.colour')} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={t('how.colour')}
            value={options.colour ?? 'black'}
            onChange={(colour) => choose({ colour: colour as 'black' | 'colour' })}
            data={[
              { value: 'black', label: t('how.black') },
              { value: 'colour', label: t('how.inColour') },
            ]}
          />
        </Input.Wrapper>
        <Input.Wrapper label={t('how.sides')} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={t('how.sides')}
            value={options.sides ?? 'duplex'}
            onChange={(sides) => choose({ sides: sides as 'duplex' | 'simplex' })}
            data={[
              { value: 'duplex', label: t('how.duplex') },
              { value: 'simplex', label: t('how.simplex') },
            ]}
          />
        </Input.Wrapper>
      </SimpleGrid>
      <Sender late={choices.senders} isNeeded={chosen?.senderCompulsory ?? false} />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="lg">
        <Autocomplete
          label={t('how.costCentre')}
          data={choices.costCentres}
          maxLength={60}
          value={options.costCentre ?? ''}
          onChange={(costCentre) => choose({ costCentre: costCentre || undefined })}
        />
        <TextInput
          label={t('how.clientReference')}
          maxLength={60}
          value={options.clientReference ?? ''}
          onChange={({ currentTarget: { value } }) => choose({ clientReference: value || undefined })}
        />
        <TextInput
          type="date"
          label={t('how.sendDate')}
          min={site.today}
          value={options.sendDate ?? ''}
          onChange={({ currentTarget: { value } }) => choose({ sendDate: value || undefined })}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="-lg">
        {t('how.sendDateHint', { day: nextDay })}
      </Text>
      <Checkbox
        label={t('how.archive')}
        description={t('how.archiveHint')}
        checked={options.archive?.kind === 'simple'}
        onChange={({ currentTarget: { checked } }) => choose({ archive: { kind: checked ? 'simple' : 'none' } })}
      />
    </Stack>
  );
}

function ServiceWords({ of }: { of: Service }) {
  const { t, i18n } = useTranslation('send');
  const home = of.destinations.find(({ zone }) => zone === 'metropolitan');
  const mass = new Intl.NumberFormat(localeOf(i18n.language), {
    style: 'unit',
    unit: of.maxMassG >= 1000 ? 'kilogram' : 'gram',
  }).format(of.maxMassG >= 1000 ? of.maxMassG / 1000 : of.maxMassG);
  const parts = [
    t('how.upTo', { mass }),
    t(of.tracked ? 'how.tracked' : 'how.untracked'),
    ...(home ? [t('how.promise', { days: home.promiseDays })] : []),
    ...(of.destinations.some(({ zone }) => zone === 'international') ? [] : [t('how.metropolitanOnly')]),
  ];
  return <>{parts.join(' · ')}</>;
}
