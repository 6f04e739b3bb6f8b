import { assembleActivities } from './assemble.ts';
import { callOperatorActivities } from './call-operator.ts';
import { closeLotActivities } from './close-lot.ts';
import type { LotDeps } from './deps.ts';
import { finishLotActivities } from './finish-lot.ts';
import { handToInserterActivities } from './hand-to-inserter.ts';
import { handToPrinterActivities } from './hand-to-printer.ts';
import { settlePiecesActivities } from './settle-pieces.ts';
import { settlePrintActivities } from './settle-print.ts';
import { takePrintedActivities } from './take-printed.ts';

/** All that the lot process does outside itself. */
export const lotActivities = (deps: LotDeps) => ({
  ...assembleActivities(deps),
  ...handToPrinterActivities(deps),
  ...settlePrintActivities(deps),
  ...takePrintedActivities(deps),
  ...handToInserterActivities(deps),
  ...settlePiecesActivities(deps),
  ...closeLotActivities(deps),
  ...finishLotActivities(deps),
  ...callOperatorActivities(deps),
});
export type LotActivities = ReturnType<typeof lotActivities>;
