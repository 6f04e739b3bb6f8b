import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Contract, ContractQuery, ContractTerms, newContract, newContractVersion } from '#contracts/api/contracts';
import { pageFrom } from '#contracts/api/shapes';
import type { Mode } from '#database/scope';
import { refuseUnexecutedFranking } from '#domain/franking';
import { MailError } from '#domain/mail-error';
import type { Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { siteRow } from './sites.service.ts';
import { addVersion, datesOf, type VersionRow } from './versions.ts';

interface Row extends VersionRow {
  contract_id: string;
  account_id: string;
  site_id: string;
  mode: Mode;
  terms: ContractTerms;
}
const columns = 'id, contract_id, version, account_id, site_id, mode, terms, valid_from, valid_to';
const viewOf = (row: Row): Contract => ({
  id: row.id,
  contractId: row.contract_id,
  version: row.version,
  accountId: row.account_id,
  siteId: row.site_id,
  mode: row.mode,
  terms: row.terms,
  ...datesOf(row),
});

@Injectable()
export class ContractsService {
  constructor(private readonly ledger: ScopedLedger) {}

  /** Binds an account to a site, in the site's mode. */
  create(call: Call, { accountId, siteId, terms, validFrom }: z.output<typeof newContract>): Promise<Contract> {
    refuseUnexecutedFranking(terms.franking);
    return this.ledger.write(call, async (tx) => {
      const [account] = await tx.sql(`select from pli.accounts where id = $1`, [accountId]);
      if (account === undefined) throw notFound('account');
      const { mode } = await siteRow(tx.sql, siteId);
      const [known] = await tx.sql<{ contract_id: string }>(
        `select contract_id from pli.contracts where account_id = $1 and site_id = $2 limit 1`,
        [accountId, siteId],
      );
      if (known)
        throw new MailError(
          'contract_exists',
          `This account and site have the contract ${known.contract_id}: add a version to it.`,
        );
      const row = await addVersion(tx, 'contract', {
        row: { account_id: accountId, site_id: siteId, mode, terms },
        validFrom,
      });
      return viewOf({ ...row, contract_id: row.seriesId });
    });
  }

  addVersion(
    call: Call,
    contractId: string,
    { terms, validFrom }: z.output<typeof newContractVersion>,
  ): Promise<Contract> {
    refuseUnexecutedFranking(terms.franking);
    return this.ledger.write(call, async (tx) => {
      const [known] = await tx.sql<Row>(`select ${columns} from pli.contracts where contract_id = $1 limit 1`, [
        contractId,
      ]);
      if (known === undefined) throw notFound('contract');
      const { account_id, site_id, mode } = known;
      const row = await addVersion(tx, 'contract', {
        seriesId: contractId,
        row: { account_id, site_id, mode, terms },
        validFrom,
      });
      return viewOf({ ...row, contract_id: contractId });
    });
  }

  async list(
    call: Call,
    { limit, after, siteId, accountId }: ContractQuery,
  ): Promise<{ rows: Contract[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(
        `select ${columns} from pli.contracts
         where id > $1 and ($3::text is null or site_id = $3) and ($4::text is null or account_id = $4) order by id limit $2`,
        [after ?? '', limit + 1, siteId ?? null, accountId ?? null],
      ),
    );
    return pageFrom(read.map(viewOf), limit);
  }
}
