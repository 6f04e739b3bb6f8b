import type { LotView } from '#contracts/api/lots';
import type { PliApi } from './api-client.ts';
import { armFault, type FaultOrder } from './arm-fault.ts';

interface Mishap {
  readonly fault: Omit<FaultOrder, 'lot'>;
  /** Befalls the first lot that is such a one. */
  readonly befalls: (lot: LotView) => boolean;
}

const large = ({ kind, pieces }: LotView): boolean => kind === 'ordinary' && pieces >= 100;
/** What goes wrong on the demonstration's day. */
const mishaps: readonly Mishap[] = [
  { fault: { fault: 'jam', sheets: 3 }, befalls: large },
  { fault: { fault: 'divert' }, befalls: large },
  { fault: { fault: 'lose' }, befalls: large },
  { fault: { fault: 'divert', damaged: true }, befalls: ({ key }) => key['envelope'] === 'C4' },
  { fault: { fault: 'returned_late' }, befalls: ({ kind }) => kind === 'registered' },
];

/** Has the day's mishaps befall the simulated machines and post, each once, in the lots they are meant for, as soon as these are planned. */
export class Mishaps {
  #left: readonly Mishap[] = mishaps;

  constructor(
    private readonly operator: PliApi,
    private readonly simulatorUrl: string,
  ) {}

  async look(): Promise<void> {
    if (this.#left.length === 0) return;
    for (const lot of await this.operator.all<LotView>('/v1/site/lots?open=true')) {
      const its = this.#left.filter(({ befalls }) => befalls(lot));
      this.#left = this.#left.filter((mishap) => !its.includes(mishap));
      for (const { fault } of its) await armFault(this.simulatorUrl, { ...fault, lot: lot.number });
    }
  }
}
