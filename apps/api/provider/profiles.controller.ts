import { Body, Controller, Query } from '@nestjs/common';
import { newProfile, profile, profilePage, type NewProfile } from '#contracts/api/profiles';
import { sitePageQuery, type SitePageQuery } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { ProfilesService } from './profiles.service.ts';

const tag = 'Provider: profiles';

@Controller()
export class ProfilesController {
  constructor(private readonly profiles: ProfilesService) {}

  @Route('POST', '/v1/provider/profiles', {
    tag,
    summary:
      "Say from a date on how a site works, what its carrier's services and prices are, or where its windows are",
    description:
      'Each kind is one dated series a site; every call adds a version. A site needs all four kinds before it takes orders.',
    access: { role: 'provider', scope: 'provider:write' },
    answer: { status: 201, schema: profile },
    problems: ['version_not_after', 'geometry_refused'],
  })
  add(@Asked() call: Call, @Body({ schema: newProfile }) body: NewProfile) {
    return this.profiles.add(call, body);
  }

  @Route('GET', '/v1/provider/profiles', {
    tag,
    summary: 'List profiles with all their versions',
    access: { role: 'provider', scope: 'provider:read' },
    answer: { status: 200, schema: profilePage },
  })
  list(@Asked() call: Call, @Query({ schema: sitePageQuery }) query: SitePageQuery) {
    return this.profiles.list(call, query);
  }
}
