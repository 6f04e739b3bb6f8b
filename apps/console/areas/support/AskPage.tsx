import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconSend } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { http, queries } from '../../api/client.ts';
import { useOnce } from '../../api/once.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Page } from '../../components/Page.tsx';
import { Hours } from './Hours.tsx';

/** A question to support; `?letter=` or `?order=` says what it is about. */
export function AskPage() {
  const { t } = useTranslation('support');
  const [search] = useSearchParams();
  const letterId = search.get('letter') ?? undefined;
  const orderId = search.get('order') ?? undefined;
  const once = useOnce();
  const navigate = useNavigate();
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const ask = useMutation({
    mutationFn: async () => {
      const about = { ...(letterId && { letterId }), ...(orderId && { orderId }) };
      return (await http.POST('/v1/tickets', { headers: once, body: { subject, text, ...about } })).data;
    },
    onSuccess: async (ticket) => {
      await queries.invalidateQueries();
      if (ticket !== undefined) void navigate(`/tickets/${ticket.id}`);
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <Page title={t('ask.title')} lead={t('ask.lead')} back={{ to: '/tickets', name: t('mine.title') }}>
      <Stack gap="lg">
        <form onSubmit={send}>
          <Stack maw="42rem">
            {letterId !== undefined && <Text size="sm">{t('ask.aboutLetter', { id: letterId })}</Text>}
            {orderId !== undefined && <Text size="sm">{t('ask.aboutOrder', { id: orderId })}</Text>}
            <TextInput
              label={t('ask.subject')}
              required
              maxLength={120}
              value={subject}
              onChange={(event) => setSubject(event.currentTarget.value)}
            />
            <Textarea
              label={t('ask.text')}
              description={t('ask.textHint')}
              required
              autosize
              minRows={6}
              maxLength={10_000}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            {ask.error !== null && <ProblemNote error={ask.error} />}
            <Group>
              <Button
                type="submit"
                loading={ask.isPending}
                disabled={subject.trim() === '' || text.trim() === ''}
                leftSection={<IconSend size={16} aria-hidden />}
              >
                {t('ask.send')}
              </Button>
            </Group>
          </Stack>
        </form>
        <Hours />
      </Stack>
    </Page>
  );
}
