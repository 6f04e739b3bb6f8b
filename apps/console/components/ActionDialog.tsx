import { Alert, Box, Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newOnce } from '../api/once.ts';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { useFocusBack } from './focus-back.ts';

export interface ActionInput {
  /** Code of the reason chosen, when `reasons` were given; else ''. */
  readonly reason: string;
  /** What the person wrote; '' when nothing. */
  readonly text: string;
  /** `Idempotency-Key`, made when the dialog opened. Give it to the call. */
  readonly once: { readonly 'Idempotency-Key': string };
}

export interface ActionDialogProps<Result> {
  readonly title: string;
  /** Preview of the effect: what will change, how many, what cannot be undone. */
  readonly effect: ReactNode;
  /** Codes to choose from, with their words. One must be chosen. */
  readonly reasons?: readonly { readonly value: string; readonly label: string }[];
  /** Whether the person may or must say more in own words. */
  readonly text?: 'optional' | 'required';
  readonly confirm: string;
  /** Cannot be undone. */
  readonly danger?: boolean;
  /** Whether it may be confirmed: false while the preview is on its way, or when there is nothing to do. */
  readonly ready?: boolean;
  readonly run: (input: ActionInput) => Promise<Result>;
  /** What has happened, in words. Left out, the dialog closes when it is done. */
  readonly result?: (result: Result) => ReactNode;
  readonly onDone?: (result: Result) => void;
  readonly onClose: () => void;
  /** Further fields, above the reason; their state is the caller's. */
  readonly children?: ReactNode;
}

/**
 * An action with its effect shown before, its reason, and its result or refusal in words. Render it while it is open: what it sends has one
 * effect, however often it is pressed.
 */
export function ActionDialog<Result>(props: ActionDialogProps<Result>) {
  const {
    title,
    effect,
    reasons,
    text: wantsText,
    confirm,
    danger,
    ready = true,
    run,
    result,
    onDone,
    onClose,
  } = props;
  const { t } = useTranslation('frame');
  useFocusBack();
  const [once] = useState(newOnce);
  const [reason, setReason] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const [state, setState] = useState<
    { at: 'open' | 'running' } | { at: 'refused'; error: unknown } | { at: 'done'; result: Result }
  >({ at: 'open' });
  const isRunning = useRef(false);
  const lacksReason = reasons !== undefined && reason === null;
  const lacksText = wantsText === 'required' && text.trim() === '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isRunning.current || lacksReason || lacksText || !ready) return;
    isRunning.current = true;
    setState({ at: 'running' });
    try {
      const done = await run({ reason: reason ?? '', text: text.trim(), once });
      setState({ at: 'done', result: done });
      onDone?.(done);
      if (result === undefined) onClose();
    } catch (error) {
      isRunning.current = false;
      setState({ at: 'refused', error });
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={620}>{title}</Text>}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {state.at === 'done' && result !== undefined ? (
        <Stack>
          <Alert color="green" role="status" title={t('action.done')} icon={<IconCircleCheck aria-hidden />}>
            {result(state.result)}
          </Alert>
          <Group justify="flex-end">
            <Button onClick={onClose} data-autofocus>
              {t('action.close')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Stack gap="md">
            <Box>
              <Text size="xs" fw={600} c="dimmed" mb={4}>
                {t('action.effect')}
              </Text>
              <Text size="sm" component="div">
                {effect}
              </Text>
            </Box>
            {props.children}
            {reasons && (
              <Select
                label={t('action.reason')}
                data={[...reasons]}
                value={reason}
                onChange={setReason}
                required
                data-autofocus
                error={asked && lacksReason ? t('action.reasonNeeded') : undefined}
              />
            )}
            {wantsText && (
              <Textarea
                label={t('action.reasonText')}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
                required={wantsText === 'required'}
                autosize
                minRows={2}
                maxLength={1000}
                error={asked && lacksText ? t('action.reasonNeeded') : undefined}
              />
            )}
            {state.at === 'refused' && <ProblemNote error={state.error} />}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('action.cancel')}
              </Button>
              <Button
                type="submit"
                color={danger ? 'red' : undefined}
                loading={state.at === 'running'}
                disabled={!ready}
              >
                {confirm}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
