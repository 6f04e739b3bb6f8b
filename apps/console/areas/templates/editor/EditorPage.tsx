import { useParams } from 'react-router';
import { api } from '../../../api/client.ts';
import { ProblemNote } from '../../../api/ProblemNote.tsx';
import { Waiting } from '../../../components/Waiting.tsx';
import { starter } from './starter.ts';
import { TemplateEditor } from './TemplateEditor.tsx';

/** A new version of a template, beginning with its latest one, or with a first letter to write over. */
export function EditorPage() {
  const { id = '' } = useParams();
  const template = api.useQuery('get', '/v1/templates/{id}', { params: { path: { id } } });
  const version = template.data?.latestVersion ?? null;
  const latest = api.useQuery(
    'get',
    '/v1/templates/{id}/versions/{version}',
    { params: { path: { id, version: version ?? 1 } } },
    { enabled: version !== null, staleTime: Infinity },
  );
  const error = template.error ?? latest.error;
  if (error) return <ProblemNote error={error} />;
  if (template.data === undefined || (version !== null && latest.data === undefined)) return <Waiting />;
  const json = (value: unknown) => JSON.stringify(value, undefined, 2);
  const saved =
    latest.data === undefined
      ? starter
      : { html: latest.data.html, schema: json(latest.data.dataSchema), sample: json(latest.data.sampleData) };
  return <TemplateEditor key={id} template={template.data} saved={saved} />;
}
