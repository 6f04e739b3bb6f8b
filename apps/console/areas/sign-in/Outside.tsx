import { Anchor, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import logo from '../../frame/pli.svg';
import { languageNames, languages, speak } from '../../words/language.ts';

/** A page for who is not (wholly) signed in: one thing to do, and the language. */
export function Outside({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const { t, i18n } = useTranslation('frame');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title]);
  return (
    <Center component="main" mih="100vh" p="md">
      <title>{`${title} · Pli`}</title>
      <Stack w="100%" maw={420} gap="md">
        <Group justify="center" gap="xs">
          <img src={logo} width={30} height={30} alt="" />
          <Text fw={650} size="lg">
            {t('product')}
          </Text>
        </Group>
        <Paper withBorder p={{ base: 'md', xs: 'xl' }} radius="md">
          <Stack gap="md">
            <div>
              <Title order={1} size="h2" ref={heading} tabIndex={-1}>
                {title}
              </Title>
              {lead !== undefined && (
                <Text c="dimmed" size="sm" mt={4} component="div">
                  {lead}
                </Text>
              )}
            </div>
            {children}
          </Stack>
        </Paper>
        <Group justify="center" gap="md" role="group" aria-label={t('user.language')}>
          {languages.map((language) => (
            <Anchor
              key={language}
              component="button"
              type="button"
              size="sm"
              lang={language}
              underline="always"
              aria-current={i18n.language === language ? 'true' : undefined}
              onClick={() => speak(language)}
            >
              {languageNames[language]}
            </Anchor>
          ))}
        </Group>
      </Stack>
    </Center>
  );
}
