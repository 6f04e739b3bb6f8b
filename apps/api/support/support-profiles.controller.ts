import { Body, Controller } from '@nestjs/common';
import {
  newSupportProfile,
  supportProfile,
  supportProfilePage,
  type NewSupportProfile,
} from '#contracts/api/support-profiles';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { SupportProfilesService } from './support-profiles.service.ts';

const tag = 'Provider: support';

@Controller()
export class SupportProfilesController {
  constructor(private readonly profiles: SupportProfilesService) {}

  @Route('GET', '/v1/provider/support-profiles', {
    tag,
    summary: 'How support works: opening hours, holidays and times, with all their versions',
    access: { role: 'provider', scope: 'provider:read' },
    answer: { status: 200, schema: supportProfilePage },
  })
  list(@Asked() call: Call) {
    return this.profiles.list(call);
  }

  @Route('POST', '/v1/provider/support-profiles', {
    tag,
    summary: 'Say from a date on when support is open, how soon it answers, and who is called when it does not',
    access: { role: 'provider', scope: 'provider:write' },
    answer: { status: 201, schema: supportProfile },
    problems: ['version_not_after'],
  })
  add(@Asked() call: Call, @Body({ schema: newSupportProfile }) body: NewSupportProfile) {
    return this.profiles.add(call, body);
  }
}
