/**
 * A workflow's history told as the steps a person would tell: an activity with all its attempts is one, a timer with its end is one, and the
 * turns that the engine takes in between are none. The input is a history as Temporal exports it (proto3 JSON).
 */

/** How a step ended; `open` when it has not, or the history was taken before. */
export type StepOutcome = 'open' | 'done' | 'failed' | 'timed_out' | 'cancelled';

interface Step {
  /** Number of the event in the history with which it began. */
  readonly event: number;
  readonly at: string;
  /** When it ended; null while it has not. */
  readonly endedAt: string | null;
}

/** The run begins: with its input (ids and instants), perhaps going on where a run before left off. */
export interface BeginStep extends Step {
  readonly kind: 'begin';
  readonly process: string;
  readonly input: unknown;
  readonly continues: string | null;
}
export interface ActivityStep extends Step {
  readonly kind: 'activity';
  readonly name: string;
  /** What the process calls this step. */
  readonly summary: string | null;
  readonly input: unknown;
  readonly outcome: StepOutcome;
  readonly attempts: number;
  /** Why the last attempt that failed did: a code or type of ours, never a text that might quote something. */
  readonly failure: string | null;
  readonly result: unknown;
}
export interface TimerStep extends Step {
  readonly kind: 'timer';
  readonly summary: string | null;
  /** When it is due by the process's clock. */
  readonly dueAt: string;
  /** Cancelled: what was waited for came first. */
  readonly outcome: 'open' | 'done' | 'cancelled';
}
/** The process was woken from outside. */
export interface SignalStep extends Step {
  readonly kind: 'signal';
  readonly name: string;
}
/** The process says where it stands. */
export interface StandsStep extends Step {
  readonly kind: 'stands';
  readonly state: string | null;
  readonly dueAt: string | null;
  readonly needsOperator: boolean | null;
}
/** A run that began before a change of the process goes its new way from here on. */
export interface PatchStep extends Step {
  readonly kind: 'patch';
  readonly name: string;
}
export interface EndStep extends Step {
  readonly kind: 'end';
  readonly outcome: 'done' | 'failed' | 'timed_out' | 'cancelled' | 'terminated' | 'continued';
  readonly failure: string | null;
  /** The run that goes on, when it is `continued`. */
  readonly next: string | null;
}
/** Anything else that the engine tells of, by its own name. */
export interface OtherStep extends Step {
  readonly kind: 'other';
  readonly name: string;
}
export type HistoryStep =
  BeginStep | ActivityStep | TimerStep | SignalStep | StandsStep | PatchStep | EndStep | OtherStep;

type Json = Record<string, unknown>;

/** What the engine does between two steps, and tells nothing of the process. */
const silent =
  /^(WORKFLOW_TASK_(SCHEDULED|STARTED|COMPLETED|TIMED_OUT|FAILED)|ACTIVITY_TASK_(STARTED|CANCEL_REQUESTED)|WORKFLOW_PROPERTIES_MODIFIED(_EXTERNALLY)?|WORKFLOW_EXECUTION_(OPTIONS_UPDATED|TIME_SKIPPING_TRANSITIONED))$/;

/** The steps of a history, in the order in which they began. @param history `{ events: […] }` as exported */
export function stepsOf(history: unknown): HistoryStep[] {
  const steps = new Map<string, HistoryStep>();
  for (const each of listOf(recordOf(history).events)) {
    const event = recordOf(each);
    const type = textOf(event.eventType).replace(/^EVENT_TYPE_/, '');
    const attributes = attributesOf(event);
    const told: Told = { id: textOf(event.eventId), at: textOf(event.eventTime), type, event, attributes };
    if (!endStep(steps, told) && !silent.test(type) && !tellsPatches(told)) steps.set(told.id, beginningOf(told));
  }
  return [...steps.values()];
}

interface Told {
  id: string;
  at: string;
  type: string;
  event: Json;
  attributes: Json;
}

/** The step that begins with an event. */
function beginningOf({ id, at, type, event, attributes }: Told): HistoryStep {
  const begun = { event: Number(id), at, endedAt: null };
  const momentary = { event: Number(id), at, endedAt: at };
  switch (type) {
    case 'WORKFLOW_EXECUTION_STARTED':
      return {
        ...momentary,
        kind: 'begin',
        process: textOf(recordOf(attributes.workflowType).name),
        input: payloadsOf(attributes.input),
        continues: textOf(attributes.continuedExecutionRunId) || null,
      };
    case 'ACTIVITY_TASK_SCHEDULED':
      return {
        ...begun,
        kind: 'activity',
        name: textOf(recordOf(attributes.activityType).name),
        summary: summaryOf(event),
        input: payloadsOf(attributes.input),
        outcome: 'open',
        attempts: 1,
        failure: null,
        result: null,
      };
    case 'TIMER_STARTED':
      return {
        ...begun,
        kind: 'timer',
        summary: summaryOf(event),
        dueAt: later(at, secondsOf(attributes.startToFireTimeout)),
        outcome: 'open',
      };
    case 'WORKFLOW_EXECUTION_SIGNALED':
      return { ...momentary, kind: 'signal', name: textOf(attributes.signalName) };
    case 'UPSERT_WORKFLOW_SEARCH_ATTRIBUTES': {
      const told = recordOf(recordOf(attributes.searchAttributes).indexedFields);
      const [state, dueAt, needsOperator] = ['PliState', 'PliDueAt', 'PliNeedsOperator'].map((name) =>
        payloadOf(told[name]),
      );
      return {
        ...momentary,
        kind: 'stands',
        state: textOf(state) || null,
        dueAt: textOf(dueAt) || null,
        needsOperator: typeof needsOperator === 'boolean' ? needsOperator : null,
      };
    }
    case 'MARKER_RECORDED':
      return markerOf(momentary, attributes);
    case 'WORKFLOW_EXECUTION_COMPLETED':
      return { ...momentary, kind: 'end', outcome: 'done', failure: null, next: null };
    case 'WORKFLOW_EXECUTION_FAILED':
      return { ...momentary, kind: 'end', outcome: 'failed', failure: failureOf(attributes.failure), next: null };
    case 'WORKFLOW_EXECUTION_TIMED_OUT':
      return { ...momentary, kind: 'end', outcome: 'timed_out', failure: null, next: null };
    case 'WORKFLOW_EXECUTION_CANCELED':
      return { ...momentary, kind: 'end', outcome: 'cancelled', failure: null, next: null };
    case 'WORKFLOW_EXECUTION_TERMINATED':
      return { ...momentary, kind: 'end', outcome: 'terminated', failure: null, next: null };
    case 'WORKFLOW_EXECUTION_CONTINUED_AS_NEW': {
      const next = textOf(attributes.newExecutionRunId) || null;
      return { ...momentary, kind: 'end', outcome: 'continued', failure: null, next };
    }
    default:
      return { ...momentary, kind: 'other', name: type };
  }
}

const activityEnds: Readonly<Record<string, StepOutcome>> = {
  ACTIVITY_TASK_COMPLETED: 'done',
  ACTIVITY_TASK_FAILED: 'failed',
  ACTIVITY_TASK_TIMED_OUT: 'timed_out',
  ACTIVITY_TASK_CANCELED: 'cancelled',
};

/** Adds what an event says of a step that began before. @returns whether it does */
function endStep(steps: Map<string, HistoryStep>, { type, at, attributes }: Told): boolean {
  const activity = steps.get(textOf(attributes.scheduledEventId));
  if (activity?.kind === 'activity') {
    if (type === 'ACTIVITY_TASK_STARTED') {
      const attempts = Number(attributes.attempt ?? 1);
      const failure = attempts > 1 ? failureOf(attributes.lastFailure) : null;
      steps.set(String(activity.event), { ...activity, attempts, failure });
      return true;
    }
    const outcome = activityEnds[type];
    if (outcome === undefined) return false;
    const failure = outcome === 'done' ? activity.failure : (failureOf(attributes.failure) ?? activity.failure);
    const result = payloadsOf(attributes.result);
    steps.set(String(activity.event), { ...activity, endedAt: at, outcome, failure, result });
    return true;
  }
  const timer = steps.get(textOf(attributes.startedEventId));
  if (timer?.kind !== 'timer' || (type !== 'TIMER_FIRED' && type !== 'TIMER_CANCELED')) return false;
  steps.set(String(timer.event), { ...timer, endedAt: at, outcome: type === 'TIMER_FIRED' ? 'done' : 'cancelled' });
  return true;
}

/** The code of a failure: the type that our activities give theirs, else what Temporal names the kind. */
function failureOf(failure: unknown): string | null {
  const told = recordOf(failure);
  if (Object.keys(told).length === 0) return null;
  const cause = failureOf(told.cause);
  if (cause !== null) return cause;
  const type = textOf(recordOf(told.applicationFailureInfo).type);
  if (type !== '') return type;
  const timeout = textOf(recordOf(told.timeoutFailureInfo).timeoutType).replace(/^TIMEOUT_TYPE_/, '');
  return timeout === '' ? 'failure' : `timeout: ${timeout.toLowerCase().replaceAll('_', ' ')}`;
}

/** The one value of payloads, or all of them as a list; null when there is none. */
function payloadsOf(value: unknown): unknown {
  const payloads = listOf(recordOf(value).payloads).map(payloadOf);
  return payloads.length <= 1 ? (payloads[0] ?? null) : payloads;
}

/** A payload that is JSON, as all of ours are; null for what is not. */
function payloadOf(value: unknown): unknown {
  const { metadata, data } = recordOf(value);
  if (!fromBase64(textOf(recordOf(metadata).encoding)).startsWith('json/')) return null;
  try {
    return JSON.parse(fromBase64(textOf(data))) as unknown;
  } catch {
    return null;
  }
}

const fromBase64 = (text: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));

function attributesOf(event: Json): Json {
  const name = Object.keys(event).find((key) => key.endsWith('EventAttributes'));
  return name === undefined ? {} : recordOf(event[name]);
}

function summaryOf(event: Json): string | null {
  return textOf(payloadOf(recordOf(event.userMetadata).summary)) || null;
}

/** A marker of the engine: a patch, or an activity that ran inside the process's own turn. */
function markerOf(step: { event: number; at: string; endedAt: string }, attributes: Json): HistoryStep {
  const name = textOf(attributes.markerName);
  const details = recordOf(attributes.details);
  if (name === 'core_patch')
    return { ...step, kind: 'patch', name: textOf(recordOf(payloadsOf(details['patch-data'])).id) };
  if (name !== 'core_local_activity') return { ...step, kind: 'other', name };
  const told = recordOf(payloadsOf(details.data));
  const failure = failureOf(attributes.failure);
  return {
    ...step,
    kind: 'activity',
    name: textOf(told.activity_type),
    summary: null,
    input: null,
    outcome: failure === null ? 'done' : 'failed',
    attempts: Number(told.attempt ?? 1),
    failure,
    result: payloadsOf(details.result),
  };
}

/** Whether it only says which patches a run has met: their markers tell it. */
function tellsPatches({ type, attributes }: Told): boolean {
  const told = recordOf(recordOf(attributes.searchAttributes).indexedFields);
  return (
    type === 'UPSERT_WORKFLOW_SEARCH_ATTRIBUTES' && Object.keys(told).every((name) => name === 'TemporalChangeVersion')
  );
}

const recordOf = (value: unknown): Json => (value !== null && typeof value === 'object' ? (value as Json) : {});
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : Array.isArray(value)
      ? value.map(textOf).join(', ')
      : '';
const secondsOf = (duration: unknown): number => Number(textOf(duration).replace(/s$/, '')) || 0;
const later = (at: string, seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString();
