import { Injectable } from '@nestjs/common';
import type { NewTemplateVersion, TemplateVersionView, TemplateView } from '#contracts/api/templates';
import { pageFrom, type PageQuery } from '#contracts/api/shapes';
import { newId } from '#contracts/new-id';
import type { Mode, Sql } from '#database/scope';
import type { TemplateVersionState } from '#domain/life-cycles';
import { parseTemplate, renderTemplate } from '#documents/template';
import { MailError } from '#domain/mail-error';
import type { Call } from '../http/caller.ts';
import { notFound, refuseWith } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { TemplateData } from './template-data.ts';
import { askForProof } from './template-proof.ts';
import { waitingView } from './waiting-view.ts';

interface Row {
  id: string;
  name: string;
  mode: Mode;
  created_at: Date;
  latest: number | null;
  approved: number | null;
  state: TemplateVersionState | null;
  changed_at: Date | null;
}
const viewOf = ({ id, name, mode, created_at, latest, approved, state, changed_at }: Row): TemplateView => ({
  id,
  name,
  mode,
  createdAt: created_at.toISOString(),
  latestVersion: latest,
  approvedVersion: approved,
  state,
  changedAt: (changed_at ?? created_at).toISOString(),
});
const templateRows = `select t.id, t.name, t.mode, t.created_at, l.version as latest, l.state, l.created_at as changed_at,
    (select max(version) from pli.template_versions v where v.template_id = t.id and v.state = 'approved') as approved
  from pli.templates t
  left join lateral (select version, state, created_at from pli.template_versions v where v.template_id = t.id order by version desc limit 1) l on true`;

interface VersionRow {
  id: string;
  template_id: string;
  version: number;
  state: TemplateVersionState;
  reason_code: string | null;
  created_at: Date;
  approved_at: Date | null;
}
const versionColumns = 'id, template_id, version, state, reason_code, created_at, approved_at';
const versionView = (row: VersionRow): TemplateVersionView => ({
  id: row.id,
  templateId: row.template_id,
  version: row.version,
  state: row.state,
  reason: row.reason_code,
  createdAt: row.created_at.toISOString(),
  approvedAt: row.approved_at?.toISOString() ?? null,
});
interface WholeVersionRow extends VersionRow {
  html: string;
  data_schema: Record<string, unknown>;
  sample_data: Record<string, unknown>;
  state_since: Date;
  deadline_at: Date | null;
  proofs: number;
  asked_by: string | null;
  reason_text: string | null;
}

@Injectable()
export class TemplatesService {
  constructor(private readonly ledger: ScopedLedger) {}

  create(call: Call, name: string): Promise<TemplateView> {
    return this.ledger.once(call, 201, async (tx) => {
      const { account, mode } = call.caller;
      const row = { id: newId('template', tx.at), account_id: account, mode, name, created_at: tx.at };
      await tx.create('template', 'template.created', [row]);
      return viewOf({ ...row, mode: mode as Mode, latest: null, approved: null, state: null, changed_at: null });
    });
  }

  /** Adds a version after checking that it can be read: Liquid, schema, and the sample by the schema. A version never changes. */
  addVersion(
    call: Call,
    templateId: string,
    { html, dataSchema, sampleData }: NewTemplateVersion,
  ): Promise<TemplateVersionView> {
    parseTemplate(html);
    refuseWrongSample(dataSchema, sampleData);
    return this.ledger.once(call, 201, async (tx) => {
      const [template] = await tx.sql<{ id: string }>(`select id from pli.templates where id = $1 for update`, [
        templateId,
      ]);
      if (template === undefined) throw notFound('template');
      const [last] = await tx.sql<{ version: number | null }>(
        `select max(version) as version from pli.template_versions where template_id = $1`,
        [templateId],
      );
      const { account, mode } = call.caller;
      const row: VersionRow = {
        id: newId('template_version', tx.at),
        template_id: templateId,
        version: (last?.version ?? 0) + 1,
        state: 'draft',
        reason_code: null,
        created_at: tx.at,
        approved_at: null,
      };
      const content = { html, data_schema: dataSchema, sample_data: sampleData };
      await tx.create('template_version', 'template_version.added', [
        { ...row, account_id: account, mode, state_since: tx.at, ...content },
      ]);
      return versionView(row);
    });
  }

  /**
   * Asks for a version to be approved for live letters (BAT): the sample fills it without fault; then a print room composes it and looks whether it
   * leaves Pli's places empty. Asking again while that goes on, or once it is approved, changes nothing.
   */
  approve(call: Call, templateId: string, version: number): Promise<TemplateVersionView> {
    return this.ledger.once(call, 202, async (tx) => {
      const row = await versionRow(tx.sql, templateId, version, 'for update');
      if (row.state === 'withdrawn')
        throw new MailError('template_version_withdrawn', 'This version was withdrawn: add a new one.');
      if (row.state !== 'draft') return versionView(row);
      // What needs no browser is answered at once.
      renderTemplate(parseTemplate(row.html), row.sample_data);
      return versionView({ ...row, ...(await askForProof(tx, call, row)) });
    });
  }

  /** Takes a version out of use; letters that were made of it stay. */
  withdraw(call: Call, templateId: string, version: number): Promise<TemplateVersionView> {
    return this.ledger.once(call, 200, async (tx) => {
      const row = await versionRow(tx.sql, templateId, version, 'for update');
      if (row.state !== 'withdrawn')
        await tx.change('template_version', 'template_version.withdrawn', [
          { id: row.id, set: { state: 'withdrawn', deadline_at: null } },
        ]);
      return versionView({ ...row, state: 'withdrawn' });
    });
  }

  async list(call: Call, { limit, after }: PageQuery): Promise<{ rows: TemplateView[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(`${templateRows} where t.id > $1 order by t.id limit $2`, [after ?? '', limit + 1]),
    );
    return pageFrom(read.map(viewOf), limit);
  }

  async one(call: Call, id: string): Promise<TemplateView> {
    const [row] = await this.ledger.read(call, (sql) => sql<Row>(`${templateRows} where t.id = $1`, [id]));
    if (row === undefined) throw notFound('template');
    return viewOf(row);
  }

  async versions(
    call: Call,
    templateId: string,
    { limit, after }: PageQuery,
  ): Promise<{ rows: TemplateVersionView[]; next: string | null }> {
    const read = await this.ledger.read(call, async (sql) => {
      const [template] = await sql(`select from pli.templates where id = $1`, [templateId]);
      if (template === undefined) throw notFound('template');
      return sql<VersionRow>(
        `select ${versionColumns} from pli.template_versions where template_id = $1 and id > $2 order by id limit $3`,
        [templateId, after ?? '', limit + 1],
      );
    });
    return pageFrom(read.map(versionView), limit);
  }

  async version(call: Call, templateId: string, version: number) {
    const row = await this.ledger.read(call, (sql) => versionRow(sql, templateId, version));
    const { html, data_schema, sample_data, state, state_since, deadline_at, asked_by, reason_text } = row;
    return {
      ...versionView(row),
      reasonText: reason_text,
      askedBy: asked_by,
      waiting: waitingView('template_version', { state, since: state_since, until: deadline_at }),
      html,
      dataSchema: data_schema,
      sampleData: sample_data,
    };
  }
}

async function versionRow(sql: Sql, templateId: string, version: number, lock = ''): Promise<WholeVersionRow> {
  const [row] = await sql<WholeVersionRow>(
    `select ${versionColumns}, html, data_schema, sample_data, state_since, deadline_at, proofs, asked_by,
       case when reason_code is not null then
         (select n.text from pli.notes n where n.subject_id = template_versions.id order by n.id desc limit 1) end as reason_text
     from pli.template_versions where template_id = $1 and version = $2 ${lock}`,
    [templateId, version],
  );
  if (row === undefined) throw notFound('template version');
  return row;
}

/** @param place where in the body the sample stands */
export function refuseWrongSample(schema: object, sample: unknown, place = '/sampleData'): void {
  const check = new TemplateData();
  check.learn('new', schema);
  const faults = check.faultsOf([{ versionId: 'new', data: sample }]);
  if (faults === undefined)
    throw new MailError(
      'template_data_too_slow',
      "Checking the sample against the schema takes too long. Simplify the schema's patterns.",
    );
  refuseWith(
    'template_sample_invalid',
    (faults[0] ?? []).map(({ pointer, text }) => ({
      code: 'template_data_invalid',
      detail: text,
      pointer: `${place}${pointer}`,
    })),
    'the sample',
  );
}
