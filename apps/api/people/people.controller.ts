import { Body, Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { accountKeyMade, accountKeyPage, newAccountKey, type NewAccountKey } from '#contracts/api/account-keys';
import { account, accountClaim } from '#contracts/api/accounts';
import { keyView } from '#contracts/api/keys';
import {
  newPerson,
  personChange,
  personPage,
  personView,
  type NewPerson,
  type PersonChange,
} from '#contracts/api/people';
import { idOf, pageQuery, type PageQuery } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { AccountKeysService } from './account-keys.service.ts';
import { OwnAccountService } from './own-account.service.ts';
import { PeopleService } from './people.service.ts';

const tag = 'People: of the account';
const keysTag = 'People: keys of the account';
const ownTag = 'People: the account itself';
const may = <const S extends string>(scope: S) => ({ role: 'customer', scope }) as const;
const id = idOf('membership');

@Controller()
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly keys: AccountKeysService,
    private readonly own: OwnAccountService,
  ) {}

  @Route('GET', '/v1/people', {
    tag,
    summary: 'People of the account, with their rights',
    access: may('people:read'),
    answer: { status: 200, schema: personPage },
  })
  list(@Asked() call: Call, @Query({ schema: pageQuery }) query: PageQuery) {
    return this.people.list(call, query);
  }

  @Route('POST', '/v1/people', {
    tag,
    summary: 'Invite somebody by e-mail',
    description: 'They get a link that is good once, for 14 days. Nobody gives rights that they do not hold.',
    access: may('people:write'),
    once: true,
    answer: { status: 201, schema: personView },
    problems: ['right_not_held', 'right_unknown', 'person_known'],
  })
  invite(@Asked() call: Call, @Body({ schema: newPerson }) body: NewPerson) {
    return this.people.invite(call, body);
  }

  @Route('GET', '/v1/people/:id', {
    tag,
    summary: 'One of them',
    access: may('people:read'),
    answer: { status: 200, schema: personView },
  })
  one(@Asked() call: Call, @Param('id', { schema: id }) desk: string) {
    return this.people.one(call, desk);
  }

  @Route('PATCH', '/v1/people/:id', {
    tag,
    summary: 'Change role, rights, modes, or suspend',
    description: 'It holds with the next request of the person.',
    access: may('people:write'),
    answer: { status: 200, schema: personView },
    problems: ['right_not_held', 'right_unknown', 'role_of_other_desk', 'last_administrator', 'state_conflict'],
  })
  change(
    @Asked() call: Call,
    @Param('id', { schema: id }) desk: string,
    @Body({ schema: personChange }) body: PersonChange,
  ) {
    return this.people.change(call, desk, body);
  }

  @Route('PUT', '/v1/people/:id/invitation', {
    tag,
    summary: 'Send the invitation again',
    access: may('people:write'),
    answer: { status: 200, schema: personView },
    problems: ['state_conflict'],
  })
  inviteAgain(@Asked() call: Call, @Param('id', { schema: id }) desk: string) {
    return this.people.inviteAgain(call, desk);
  }

  @Route('DELETE', '/v1/people/:id', {
    tag,
    summary: 'Remove somebody from the account, or take an invitation back',
    access: may('people:write'),
    answer: { status: 204 },
    problems: ['last_administrator'],
  })
  remove(@Asked() call: Call, @Param('id', { schema: id }) desk: string) {
    return this.people.remove(call, desk);
  }

  @Route('GET', '/v1/keys', {
    tag: keysTag,
    summary: 'Keys of the account in this mode, revoked ones too',
    access: may('keys:read'),
    answer: { status: 200, schema: accountKeyPage },
  })
  listKeys(@Asked() call: Call, @Query({ schema: pageQuery }) query: PageQuery) {
    return this.keys.list(call, query);
  }

  @Route('POST', '/v1/keys', {
    tag: keysTag,
    summary: 'Make a key for a program',
    description: 'It may do no more than you may. It is in this answer and nowhere else: only its hash is stored.',
    access: may('keys:write'),
    once: true,
    answer: { status: 201, schema: accountKeyMade },
    problems: ['right_not_held'],
  })
  makeKey(@Asked() call: Call, @Body({ schema: newAccountKey }) body: NewAccountKey) {
    return this.keys.create(call, body);
  }

  @Route('DELETE', '/v1/keys/:id', {
    tag: keysTag,
    summary: 'Revoke a key at once',
    access: may('keys:write'),
    answer: { status: 200, schema: keyView },
  })
  revokeKey(@Asked() call: Call, @Param('id', { schema: idOf('key') }) key: string) {
    return this.keys.revoke(call, key);
  }

  @Route('GET', '/v1/account', {
    tag: ownTag,
    summary: 'The account, and whether the provider has checked who it is',
    access: may('account:read'),
    answer: { status: 200, schema: account },
  })
  view(@Asked() call: Call) {
    return this.own.view(call);
  }

  @Route('PUT', '/v1/account/siret', {
    tag: ownTag,
    summary: 'Say which SIRET the organisation has',
    access: may('account:write'),
    answer: { status: 200, schema: account },
  })
  claim(@Asked() call: Call, @Body({ schema: accountClaim }) body: z.output<typeof accountClaim>) {
    return this.own.claim(call, body);
  }
}
