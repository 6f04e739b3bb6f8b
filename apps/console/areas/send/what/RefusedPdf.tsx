import { Alert, Button, Group, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconTool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asProblem, type Problem } from '../../../api/problem.ts';
import { useFindingWords, useProblemWords } from '../../../api/problem-words.ts';
import { PagePicture } from '../../../components/PageImage.tsx';

/** Pages shown with what is wrong on them; further ones are listed. */
const MOST_SHOWN = 6;

/** A PDF that was refused: each thing to mend, on its page where it has one, with what, why and how. */
export function RefusedPdf(props: {
  readonly file: File;
  readonly problem: Problem;
  readonly onRepair: () => void;
  readonly onAnother: () => void;
}) {
  const { file, problem, onRepair, onAnother } = props;
  const { t } = useTranslation('send');
  const words = useFindingWords();
  const { text } = useProblemWords(problem);
  const findings = problem.errors.length > 0 ? problem.errors : [{ code: problem.code, detail: text }];
  const pages = [...new Set(findings.flatMap(({ page }) => page ?? []))].sort((a, b) => a - b);
  const ofFile = findings.filter(({ page }) => page === undefined);
  const mendable = findings.filter(({ repair }) => repair !== undefined);
  return (
    <Stack gap="md">
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('what.refused')} role="alert">
        {t('what.refusedText')}
      </Alert>
      {ofFile.length > 0 && (
        <List size="sm">
          {ofFile.map((finding, i) => (
            <List.Item key={i}>{words(finding)}</List.Item>
          ))}
        </List>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        {pages.map((page, i) => {
          const here = findings.filter((finding) => finding.page === page);
          return (
            <section key={page} aria-label={t('what.onPage', { page })}>
              <Title order={4} size="sm" mb={4}>
                {t('what.onPage', { page })}
              </Title>
              {i < MOST_SHOWN && <RefusedPage file={file} page={page} findings={here} />}
              <List size="sm" mt="xs">
                {here.map((finding, k) => (
                  <List.Item key={k}>{words(finding)}</List.Item>
                ))}
              </List>
            </section>
          );
        })}
      </SimpleGrid>
      {mendable.length > 0 && (
        <Text size="sm">{t(mendable.length === findings.length ? 'what.repairText' : 'what.notRepairable')}</Text>
      )}
      <Group>
        {mendable.length > 0 && mendable.length === findings.length && (
          <Button leftSection={<IconTool size={16} aria-hidden />} onClick={onRepair}>
            {t('what.repair')}
          </Button>
        )}
        <Button variant="default" onClick={onAnother}>
          {t('what.another')}
        </Button>
      </Group>
    </Stack>
  );
}

function RefusedPage({ file, page, findings }: { file: File; page: number; findings: Problem['errors'] }) {
  const words = useFindingWords();
  // What is refused is kept nowhere: its page is drawn of the bytes that the browser still has.
  const picture = useQuery({
    queryKey: ['refused page', file.name, file.size, file.lastModified, page],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/v1/documents/picture?page=${page}&dpi=72`, {
        method: 'POST',
        body: file,
        credentials: 'same-origin',
        headers: { 'Content-Type': 'application/pdf', 'Pli-Console': '1' },
        signal,
      });
      if (!response.ok) throw await asProblem(response);
      return response.blob();
    },
    staleTime: Infinity,
    retry: 1,
    meta: { live: false },
  });
  // Where even its page cannot be drawn, the words below stand alone.
  if (picture.error) return null;
  return (
    <PagePicture
      bytes={picture.data}
      dpi={72}
      page={page}
      zones={findings.map((finding, i) => ({
        key: String(i),
        ...(finding.area ?? { x: 2, y: 2, width: 206, height: 293 }),
        name: words(finding),
        kind: 'problem' as const,
      }))}
    />
  );
}
