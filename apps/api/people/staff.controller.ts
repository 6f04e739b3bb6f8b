import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  newAdministrator,
  newStaff,
  personPage,
  personView,
  staffChange,
  type NewAdministrator,
  type NewStaff,
  type StaffChange,
} from '#contracts/api/people';
import { idOf, pageQuery, type PageQuery } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { StaffService } from './staff.service.ts';

const tag = 'Provider: staff';
const read = { role: 'provider', scope: 'staff:read' } as const;
const write = { role: 'provider', scope: 'staff:write' } as const;
const id = idOf('membership');

@Controller()
export class StaffController {
  constructor(private readonly staff: StaffService) {}

  @Route('GET', '/v1/provider/staff', {
    tag,
    summary: 'The provider’s own people: office, print rooms, auditors',
    access: read,
    answer: { status: 200, schema: personPage },
  })
  list(@Asked() call: Call, @Query({ schema: pageQuery }) query: PageQuery) {
    return this.staff.list(call, query);
  }

  @Route('POST', '/v1/provider/staff', {
    tag,
    summary: 'Invite somebody of the provider’s own',
    access: write,
    answer: { status: 201, schema: personView },
    problems: ['right_not_held', 'right_unknown', 'person_known'],
  })
  invite(@Asked() call: Call, @Body({ schema: newStaff }) body: NewStaff) {
    return this.staff.invite(call, body);
  }

  @Route('PATCH', '/v1/provider/staff/:id', {
    tag,
    summary: 'Change role or rights, or suspend',
    access: write,
    answer: { status: 200, schema: personView },
    problems: ['right_not_held', 'right_unknown', 'role_of_other_desk', 'last_administrator', 'state_conflict'],
  })
  change(
    @Asked() call: Call,
    @Param('id', { schema: id }) desk: string,
    @Body({ schema: staffChange }) body: StaffChange,
  ) {
    return this.staff.change(call, desk, body);
  }

  @Route('PUT', '/v1/provider/staff/:id/invitation', {
    tag,
    summary: 'Send an invitation again, of staff or of a customer’s people',
    access: write,
    answer: { status: 200, schema: personView },
    problems: ['state_conflict'],
  })
  inviteAgain(@Asked() call: Call, @Param('id', { schema: id }) desk: string) {
    return this.staff.inviteAgain(call, desk);
  }

  @Route('DELETE', '/v1/provider/staff/:id', {
    tag,
    summary: 'Remove somebody of the provider’s own',
    access: write,
    answer: { status: 204 },
    problems: ['last_administrator'],
  })
  remove(@Asked() call: Call, @Param('id', { schema: id }) desk: string) {
    return this.staff.remove(call, desk);
  }

  @Route('DELETE', '/v1/provider/staff/:id/second-factor', {
    tag,
    summary: 'Take the second factors of somebody who lost them',
    description:
      'Their sessions end; they set up new ones when they sign in next. For staff and for customers’ people.',
    access: write,
    answer: { status: 200, schema: personView },
  })
  resetSecondFactor(@Asked() call: Call, @Param('id', { schema: id }) desk: string) {
    return this.staff.resetSecondFactor(call, desk);
  }

  @Route('GET', '/v1/provider/accounts/:id/people', {
    tag,
    summary: 'People of a customer',
    access: read,
    answer: { status: 200, schema: personPage },
  })
  listOfAccount(
    @Asked() call: Call,
    @Param('id', { schema: idOf('account') }) account: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ) {
    return this.staff.listOfAccount(call, account, query);
  }

  @Route('POST', '/v1/provider/accounts/:id/administrators', {
    tag,
    summary: 'Invite an administrator of a customer',
    access: write,
    answer: { status: 201, schema: personView },
    problems: ['person_known'],
  })
  inviteAdministrator(
    @Asked() call: Call,
    @Param('id', { schema: idOf('account') }) account: string,
    @Body({ schema: newAdministrator }) body: NewAdministrator,
  ) {
    return this.staff.inviteAdministrator(call, account, body);
  }
}
