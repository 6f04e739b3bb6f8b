import { Body, Controller, Param, Query } from '@nestjs/common';
import { keyPage, keyShownOnce, keyView, newKey, type NewKey } from '#contracts/api/keys';
import { idOf, pageQuery, type PageQuery } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { KeysService } from './keys.service.ts';

const tag = 'Provider: keys';
const read = { role: 'provider', scope: 'provider:read' } as const;
const write = { role: 'provider', scope: 'provider:write' } as const;

@Controller()
export class KeysController {
  constructor(private readonly keys: KeysService) {}

  @Route('POST', '/v1/provider/keys', {
    tag,
    summary: 'Make a key for a customer, an operator or a provider',
    description: 'The key is in this answer and nowhere else: only its hash is stored.',
    access: write,
    answer: { status: 201, schema: keyShownOnce },
  })
  create(@Asked() call: Call, @Body({ schema: newKey }) body: NewKey) {
    return this.keys.create(call, body);
  }

  @Route('DELETE', '/v1/provider/keys/:id', {
    tag,
    summary: 'Revoke a key at once',
    access: write,
    answer: { status: 200, schema: keyView },
  })
  revoke(@Asked() call: Call, @Param('id', { schema: idOf('key') }) id: string) {
    return this.keys.revoke(call, id);
  }

  @Route('GET', '/v1/provider/keys', {
    tag,
    summary: 'List keys, revoked ones too',
    access: read,
    answer: { status: 200, schema: keyPage },
  })
  list(@Asked() call: Call, @Query({ schema: pageQuery }) query: PageQuery) {
    return this.keys.list(call, query);
  }
}
