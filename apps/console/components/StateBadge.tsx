import {
  IconAlertTriangle,
  IconArchive,
  IconArrowBackUp,
  IconBan,
  IconCircleCheck,
  IconClockHour4,
  IconEye,
  IconHelpHexagon,
  IconPencil,
  IconProgress,
  IconSend,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { LifeCycleSubject, lifeCycles } from '#domain/life-cycles';
import { Sign, type Tone } from './Sign.tsx';

type StateOf<S extends LifeCycleSubject> = keyof (typeof lifeCycles)[S]['states'];
type Look = readonly [Tone, ComponentType<IconProps>];
type Looks = { readonly [S in LifeCycleSubject]: Record<StateOf<S>, Look> };

const draft: Look = ['quiet', IconPencil];
const waits: Look = ['calm', IconClockHour4];
const runs: Look = ['busy', IconProgress];
const gone: Look = ['busy', IconSend];
const good: Look = ['good', IconCircleCheck];
const rests: Look = ['quiet', IconArchive];
const stopped: Look = ['quiet', IconBan];
const bad: Look = ['bad', IconAlertTriangle];
const unsure: Look = ['warn', IconHelpHexagon];
const back: Look = ['warn', IconArrowBackUp];
const looked: Look = ['warn', IconEye];

/** How each state of each life cycle looks: by urgency, never by colour alone. A state that is added without a look does not compile. */
const looks: Looks = {
  order: {
    draft,
    submitted: waits,
    in_progress: runs,
    ended: good,
    refused: bad,
    cancelled: stopped,
    deleted: stopped,
  },
  letter: {
    draft,
    accepted: waits,
    composed: waits,
    pooled: waits,
    in_production: runs,
    handed_over: gone,
    accepted_by_carrier: gone,
    delivered: good,
    no_return_seen: good,
    lost: bad,
    returned: back,
    refused: bad,
    unprintable: bad,
    cancelled: stopped,
    deleted: stopped,
  },
  piece: {
    planned: waits,
    printed: runs,
    inserted: runs,
    trayed: runs,
    handed_over: gone,
    accepted: good,
    missing_at_deposit: bad,
    refused_at_deposit: bad,
    suspect: unsure,
    diverted: looked,
    spoiled: stopped,
    voided: stopped,
    returned: back,
  },
  lot: {
    planned: waits,
    assembled: waits,
    printing: runs,
    printed: runs,
    inserting: runs,
    reconciling: looked,
    closed: good,
  },
  tray: { open: runs, sealed: waits, handed_over: gone, settled: good },
  deposit: {
    planned: waits,
    closed: waits,
    announced: waits,
    left_site: gone,
    accepted: good,
    accepted_with_differences: unsure,
    refused: bad,
    settled: good,
  },
  template_version: { draft, proofing: runs, approved: good, withdrawn: stopped },
  document: { proposed: unsure, stored: good, erased: rests },
  preview: { making: runs, ready: good, refused: bad, erased: rests },
  import: { open: waits, receiving: runs, complete: good, abandoned: stopped, deleted: stopped },
  archived_file: { kept: good, erased: rests },
  ticket: { open: waits, answered: good, reopened: waits, closed: rests, erased: rests },
};

/** The state of a thing: an icon and its word. Unknown to this build (the API is newer), it is shown as it is written. */
export function StateBadge<S extends LifeCycleSubject>({ of, state }: { of: S; state: string }) {
  const { t, i18n } = useTranslation('states');
  const [tone, Icon] = (looks[of] as Record<string, Look>)[state] ?? (['quiet', IconHelpHexagon] as const);
  const key = `${of}.${state}`;
  return (
    <Sign tone={tone} icon={Icon}>
      {i18n.exists(`states:${key}`) ? t(key as 'order.draft') : state.replaceAll('_', ' ')}
    </Sign>
  );
}
