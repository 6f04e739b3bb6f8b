import { Body, Controller, Param } from '@nestjs/common';
import {
  accountSettings,
  costCentre,
  costCentreChange,
  costCentreList,
  newCostCentre,
  type AccountSettings,
  type CostCentreChange,
  type NewCostCentre,
} from '#contracts/api/cost-centres';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { CostCentresService } from './cost-centres.service.ts';

const tag = 'Cost centres';
const write = { role: 'customer', scope: 'account:write' } as const;

@Controller()
export class CostCentresController {
  constructor(private readonly costCentres: CostCentresService) {}

  @Route('GET', '/v1/cost-centres', {
    tag,
    summary: "The account's list of cost centres",
    access: { role: 'customer', scope: 'orders:read' },
    answer: { status: 200, schema: costCentreList },
  })
  list(@Asked() call: Call) {
    return this.costCentres.list(call);
  }

  @Route('POST', '/v1/cost-centres', {
    tag,
    summary: 'Add a cost centre to the list',
    access: write,
    answer: { status: 201, schema: costCentre },
    problems: ['cost_centre_exists', 'cost_centres_full'],
  })
  add(@Asked() call: Call, @Body({ schema: newCostCentre }) body: NewCostCentre) {
    return this.costCentres.add(call, body);
  }

  @Route('PATCH', '/v1/cost-centres/:id', {
    tag,
    summary: 'Rename a cost centre, retire it, or take it back into use',
    access: write,
    answer: { status: 200, schema: costCentre },
    problems: ['cost_centre_needed'],
  })
  change(
    @Asked() call: Call,
    @Param('id', { schema: idOf('cost_centre') }) id: string,
    @Body({ schema: costCentreChange }) body: CostCentreChange,
  ) {
    return this.costCentres.change(call, id, body);
  }

  @Route('GET', '/v1/account/settings', {
    tag,
    summary: 'What the account asks of its own orders',
    access: { role: 'customer', scope: 'account:read' },
    answer: { status: 200, schema: accountSettings },
  })
  settings(@Asked() call: Call) {
    return this.costCentres.settings(call);
  }

  @Route('PUT', '/v1/account/settings', {
    tag,
    summary: 'Say what the account asks of its own orders',
    access: write,
    answer: { status: 200, schema: accountSettings },
    problems: ['cost_centre_needed'],
  })
  set(@Asked() call: Call, @Body({ schema: accountSettings }) body: AccountSettings) {
    return this.costCentres.set(call, body);
  }
}
