import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ActionDialog, type ActionInput } from '../../components/ActionDialog.tsx';
import { EffectPreview, useEffects, type IntendedAction } from './EffectPreview.tsx';
import { useFloorWords } from './floor-words.ts';

export interface FloorActionProps<Result> {
  readonly title: string;
  /** The action as it would be done; undefined while a field of it is missing. */
  readonly intended: IntendedAction | undefined;
  /** Codes of the reasons to choose from. */
  readonly reasons: readonly string[];
  readonly confirm: string;
  readonly danger?: boolean;
  readonly run: (input: ActionInput) => Promise<Result>;
  readonly result?: (result: Result) => ReactNode;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** An action of the floor: its effect as the server works it out beforehand, its reason, its result or refusal. */
export function FloorAction<Result>(props: FloorActionProps<Result>) {
  const { title, intended, reasons, confirm, danger, run, result, onClose, children } = props;
  const words = useFloorWords();
  const cache = useQueryClient();
  const effects = useEffects(intended);
  return (
    <ActionDialog
      title={title}
      effect={intended === undefined ? '—' : <EffectPreview of={effects} />}
      ready={intended !== undefined && effects.data?.possible === true}
      reasons={reasons.map((value) => ({ value, label: words.reason(value) }))}
      text="optional"
      confirm={confirm}
      danger={danger ?? false}
      run={run}
      {...(result && { result })}
      onDone={() => void cache.invalidateQueries()}
      onClose={onClose}
    >
      {children}
    </ActionDialog>
  );
}

/** What a person wrote beside the reason, when anything. */
export const because = ({ reason, text }: ActionInput) => ({ reason, ...(text !== '' && { text }) });
