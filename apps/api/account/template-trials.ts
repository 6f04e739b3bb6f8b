import { Injectable } from '@nestjs/common';
import type { TemplateTrial } from '#contracts/api/templates';
import { newId } from '#contracts/new-id';
import { parseTemplate } from '#documents/template';
import { defaultOptions } from '#domain/options';
import { sampleRecipient, sampleSender } from '#domain/sample-recipient';
import { customerOf, type Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { draftRows, type DraftLetter } from './letter-rows.ts';
import { PreviewsService, refuseTooMany } from './previews.service.ts';
import { RulesBook } from './site-rules.ts';
import { refuseWrongSample } from './templates.service.ts';

/** Has a template that is not saved yet made into a letter to look at. It is composed where letters are: only there a browser may draw. */
@Injectable()
export class TemplateTrials {
  constructor(
    private readonly ledger: ScopedLedger,
    private readonly rulesBook: RulesBook,
    private readonly previews: PreviewsService,
  ) {}

  /** Refuses at once what can be told without drawing: Liquid that cannot be read, data that do not fit the schema. */
  create(call: Call, { html, dataSchema, data }: TemplateTrial): Promise<{ id: string }> {
    parseTemplate(html);
    if (dataSchema !== undefined) refuseWrongSample(dataSchema, data, '/data');
    return this.ledger.once(call, 202, async (tx) => {
      const of = customerOf(call);
      await refuseTooMany(tx.sql);
      const rules = await this.rulesBook.anyOf(tx.sql, of, tx.at);
      const id = newId('preview', tx.at);
      const [service = defaultOptions.service] = rules.terms.services;
      // One sheet a page, so that every page is the front of a sheet, as in the proof that approves a version.
      const orderOptions = { ...defaultOptions, service, sides: 'simplex' } as const;
      const letter = sampleLetter(id, data, { ...of, service, at: tx.at });
      await this.previews.ask(tx, { id, account_id: of.account, mode: of.mode }, { letter, orderOptions }, rules, {
        html,
      });
      return { id };
    });
  }
}

function sampleLetter(
  id: string,
  data: Record<string, unknown>,
  of: Pick<Parameters<typeof draftRows>[1], 'account' | 'mode' | 'service' | 'at'>,
): DraftLetter {
  const content = { kind: 'template' as const, templateVersionId: '', data };
  const letter = { recipient: sampleRecipient, content, attachments: [], options: {}, accept: [] };
  const [row] = draftRows([letter], { ...of, orderId: id, firstPosition: 1, sender: sampleSender });
  return { ...(row as DraftLetter), template_version_id: null };
}
