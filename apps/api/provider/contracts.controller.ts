import { Body, Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  contract,
  contractPage,
  contractQuery,
  type ContractQuery,
  newContract,
  newContractVersion,
} from '#contracts/api/contracts';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { ContractsService } from './contracts.service.ts';

const tag = 'Provider: contracts';
const read = { role: 'provider', scope: 'provider:read' } as const;
const write = { role: 'provider', scope: 'provider:write' } as const;

@Controller()
export class ContractsController {
  constructor(private readonly contracts: ContractsService) {}

  @Route('POST', '/v1/provider/contracts', {
    tag,
    summary: 'Bind an account to a site',
    description: 'The mode is the site’s. An account may have contracts with several sites.',
    access: write,
    answer: { status: 201, schema: contract },
    problems: ['contract_exists', 'option_not_available'],
  })
  create(@Asked() call: Call, @Body({ schema: newContract }) body: z.output<typeof newContract>) {
    return this.contracts.create(call, body);
  }

  @Route('POST', '/v1/provider/contracts/:id/versions', {
    tag,
    summary: 'Change a contract from a date on',
    access: write,
    answer: { status: 201, schema: contract },
    problems: ['version_not_after', 'option_not_available'],
  })
  addVersion(
    @Asked() call: Call,
    @Param('id', { schema: idOf('contract') }) id: string,
    @Body({ schema: newContractVersion }) body: z.output<typeof newContractVersion>,
  ) {
    return this.contracts.addVersion(call, id, body);
  }

  @Route('GET', '/v1/provider/contracts', {
    tag,
    summary: 'List contracts with all their versions',
    access: read,
    answer: { status: 200, schema: contractPage },
  })
  list(@Asked() call: Call, @Query({ schema: contractQuery }) query: ContractQuery) {
    return this.contracts.list(call, query);
  }
}
