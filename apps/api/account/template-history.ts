import { Injectable } from '@nestjs/common';
import type { TemplateChange } from '#contracts/api/templates';
import type { Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { namesOfActors } from '../people/colleagues.ts';

const MOST_CHANGES = 500;

interface Row {
  at: Date;
  type: string;
  actor: string;
  version: number | null;
  data: { set?: { state?: string; reason_code?: string | null }; pages?: number };
}

/** Who changed what of a template: the ledger tells. */
@Injectable()
export class TemplateHistory {
  constructor(private readonly ledger: ScopedLedger) {}

  async of(call: Call, templateId: string): Promise<{ rows: TemplateChange[] }> {
    return this.ledger.read(call, async (sql) => {
      const [template] = await sql(`select from pli.templates where id = $1`, [templateId]);
      if (template === undefined) throw notFound('template');
      const rows = await sql<Row>(
        `select e.at, e.type, e.actor, e.data, s.version
         from (select id, version from pli.template_versions where template_id = $1 union all select $1, null) s
         join pli.events e on e.subject_id = s.id order by e.number desc limit ${MOST_CHANGES}`,
        [templateId],
      );
      const nameOf = await namesOfActors(
        sql,
        rows.map(({ actor }) => actor),
      );
      return { rows: rows.map(changeOf(nameOf)) };
    });
  }
}

const changeOf =
  (nameOf: (actor: string) => string | null) =>
  ({ at, type, actor, version, data }: Row): TemplateChange => ({
    at: at.toISOString(),
    event: type,
    version,
    state: data.set?.state ?? null,
    reason: data.set?.reason_code ?? null,
    pages: data.pages ?? null,
    actor,
    name: nameOf(actor),
  });
