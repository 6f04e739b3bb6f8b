import { Body, Controller, Param, Query } from '@nestjs/common';
import { device, devicePage, newDevice, type NewDevice } from '#contracts/api/devices';
import { idOf, sitePageQuery, type SitePageQuery } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { DevicesService } from './devices.service.ts';

const tag = 'Provider: devices';
const read = { role: 'provider', scope: 'provider:read' } as const;
const write = { role: 'provider', scope: 'provider:write' } as const;

@Controller()
export class DevicesController {
  constructor(private readonly devices: DevicesService) {}

  @Route('POST', '/v1/provider/devices', {
    tag,
    summary: 'Add a printer, an inserter or a carrier to a site',
    access: write,
    answer: { status: 201, schema: device },
    problems: ['device_mode_differs'],
  })
  create(@Asked() call: Call, @Body({ schema: newDevice }) body: NewDevice) {
    return this.devices.create(call, body);
  }

  @Route('DELETE', '/v1/provider/devices/:id', {
    tag,
    summary: 'Retire a device',
    access: write,
    answer: { status: 200, schema: device },
  })
  retire(@Asked() call: Call, @Param('id', { schema: idOf('device') }) id: string) {
    return this.devices.retire(call, id);
  }

  @Route('GET', '/v1/provider/devices', {
    tag,
    summary: 'List devices',
    access: read,
    answer: { status: 200, schema: devicePage },
  })
  list(@Asked() call: Call, @Query({ schema: sitePageQuery }) query: SitePageQuery) {
    return this.devices.list(call, query);
  }
}
