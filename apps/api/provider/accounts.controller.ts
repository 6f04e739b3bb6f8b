import { Body, Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { account, accountChange, accountPage, newAccount } from '#contracts/api/accounts';
import { idOf, pageQuery, type PageQuery } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { AccountsService } from './accounts.service.ts';

const tag = 'Provider: accounts';
const read = { role: 'provider', scope: 'provider:read' } as const;
const write = { role: 'provider', scope: 'provider:write' } as const;
const id = idOf('account');

@Controller()
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Route('POST', '/v1/provider/accounts', {
    tag,
    summary: 'Make an account',
    access: write,
    answer: { status: 201, schema: account },
  })
  create(@Asked() call: Call, @Body({ schema: newAccount }) body: z.output<typeof newAccount>) {
    return this.accounts.create(call, body);
  }

  @Route('GET', '/v1/provider/accounts', {
    tag,
    summary: 'List accounts',
    access: read,
    answer: { status: 200, schema: accountPage },
  })
  list(@Asked() call: Call, @Query({ schema: pageQuery }) query: PageQuery) {
    return this.accounts.list(call, query);
  }

  @Route('GET', '/v1/provider/accounts/:id', {
    tag,
    summary: 'One account',
    access: read,
    answer: { status: 200, schema: account },
  })
  one(@Asked() call: Call, @Param('id', { schema: id }) accountId: string) {
    return this.accounts.one(call, accountId);
  }

  @Route('PATCH', '/v1/provider/accounts/:id', {
    tag,
    summary: 'Rename or suspend an account',
    access: write,
    answer: { status: 200, schema: account },
  })
  change(
    @Asked() call: Call,
    @Param('id', { schema: id }) accountId: string,
    @Body({ schema: accountChange }) body: z.output<typeof accountChange>,
  ) {
    return this.accounts.change(call, accountId, body);
  }
}
