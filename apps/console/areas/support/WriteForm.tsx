import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconSend } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { queries } from '../../api/client.ts';
import { newOnce } from '../../api/once.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';

/** A message to send; pressed twice it is one, and the next one has a key of its own. */
export function WriteForm({
  label,
  hint,
  button,
  send,
}: {
  label: string;
  hint?: string;
  button: string;
  send: (text: string, once: { 'Idempotency-Key': string }) => Promise<unknown>;
}) {
  const [text, setText] = useState('');
  const [once, setOnce] = useState(newOnce);
  const sending = useMutation({
    mutationFn: () => send(text, once),
    onSuccess: async () => {
      setText('');
      setOnce(newOnce());
      await queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw="42rem">
        <Textarea
          label={label}
          description={hint}
          autosize
          minRows={4}
          maxLength={10_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {sending.error !== null && <ProblemNote error={sending.error} />}
        <Group>
          <Button
            type="submit"
            loading={sending.isPending}
            disabled={text.trim() === ''}
            leftSection={<IconSend size={16} aria-hidden />}
          >
            {button}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
