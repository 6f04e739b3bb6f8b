import { Anchor, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconHelpHexagon,
  IconMailbox,
  IconPlugConnectedX,
  IconPrinter,
  IconProgress,
  IconTruckDelivery,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Moment } from '../../components/measures.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { Page } from '../../components/Page.tsx';
import { Sign } from '../../components/Sign.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import type french from '../../words/fr/floor.ts';

type Machine = Schemas['Machine'];
const looks = {
  ready: ['good', IconCircleCheck],
  busy: ['busy', IconProgress],
  trouble: ['bad', IconAlertTriangle],
  silent: ['bad', IconPlugConnectedX],
  not_asked: ['quiet', IconHelpHexagon],
} as const;
const icons = { printer: IconPrinter, inserter: IconMailbox, carrier: IconTruckDelivery } as const;

/** Machines and carriers as they were when the watch last asked them. */
export function MachinesPage() {
  const { t } = useTranslation('floor');
  const [search] = useSearchParams();
  const asked = (Object.keys(looks) as Machine['state'][]).find((state) => state === search.get('state'));
  const machines = api.useQuery(
    'get',
    '/v1/site/machines',
    { params: { query: asked === undefined ? {} : { state: asked } } },
    { refetchInterval: 5_000 },
  );
  return (
    <Page title={t('machines.title')} lead={t('machines.lead')}>
      {machines.error && <ProblemNote error={machines.error} retry={() => void machines.refetch()} />}
      {machines.isPending && <Waiting />}
      {machines.data?.rows.length === 0 && (
        <Paper>
          <Nothing icon={IconPrinter} title={t('machines.empty')} text={t('machines.emptyText')} />
        </Paper>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {machines.data?.rows.map((machine) => (
          <MachineCard key={machine.id} machine={machine} />
        ))}
      </SimpleGrid>
    </Page>
  );
}

/** What a machine signals, in words; a code that is its maker's own as it is. */
function useSignalWords(): (code: string) => string {
  const { t, i18n } = useTranslation('floor');
  return (code) => {
    // How grave it is stands behind it, as IPP writes it; the state of the machine says so too.
    const known = code.replace(/-(error|warning|report)$/, '').replaceAll('-', '_');
    return i18n.exists(`floor:machines.reason.${known}`)
      ? t(`machines.reason.${known as keyof typeof french.machines.reason}`)
      : code;
  };
}

function MachineCard({ machine }: { machine: Machine }) {
  const { t } = useTranslation('floor');
  const reason = useSignalWords();
  const [tone, icon] = looks[machine.state];
  const Icon = icons[machine.kind];
  return (
    <Paper component="section" p="md" aria-label={machine.name}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Group gap="xs" wrap="nowrap">
          <Icon size={22} stroke={1.6} aria-hidden />
          <div>
            <Title order={2} size="h3">
              {machine.name}
            </Title>
            <Text size="xs" c="dimmed">
              {t(`machines.kind.${machine.kind}`)}
              {machine.simulated && ` · ${t('machines.simulated')}`}
            </Text>
          </div>
        </Group>
        <Sign tone={tone} icon={icon}>
          {t(`machines.state.${machine.state}`)}
        </Sign>
      </Group>
      <Text size="sm" mt="sm">
        {machine.lot === null ? (
          t('machines.idle')
        ) : (
          <Anchor component={Link} to={`/lots/${machine.lot.id}`}>
            {t('machines.doing', machine.lot)}
          </Anchor>
        )}
        {machine.progress !== null && ` · ${t('machines.progress', { count: machine.progress })}`}
      </Text>
      <Facts
        of={[
          { name: t('machines.since'), value: machine.since && <Moment at={machine.since} as="relative" /> },
          { name: t('machines.heard'), value: machine.heardAt && <Moment at={machine.heardAt} as="relative" /> },
          {
            name: t('machines.lastWord'),
            value: machine.lastWordAt && <Moment at={machine.lastWordAt} as="relative" />,
          },
          { name: t('machines.reasons'), value: machine.reasons.length > 0 && machine.reasons.map(reason).join(', ') },
        ]}
      />
    </Paper>
  );
}
