import { setTimeout as delay } from 'node:timers/promises';
import { Dice } from '../demonstration/dice.ts';
import type { Demonstration } from '../demonstration/demonstration.ts';
import { prepareMaterials } from '../demonstration/materials.ts';
import { everydayOrders, orderBody, type Materials } from '../demonstration/sample-orders.ts';
import { submit } from '../demonstration/send-samples.ts';
import { clientLogOf } from '../demonstration/witness.ts';
import { customerNames, type CustomerName } from '../demonstration/customers.ts';

/** Orders that wait for their answer at the same time. */
const AT_ONCE = 3;
const LETTERS_AN_ORDER = 3;
/** Between two orders of one customer, so that the load lasts as long as the faults. */
const PAUSE_MS = 2500;
/** How long a customer goes on asking for the answer to one order. */
const PATIENCE_MS = 3 * 60_000;

/**
 * Customers that post small orders without a pause to speak of. An answer that does not come is asked for again under the same
 * Idempotency-Key, as long as it takes; only what was answered 2xx goes into the client's log.
 */
export class Load {
  readonly letterIds: string[] = [];
  readonly #dice: Dice;
  readonly #answered: (() => void)[] = [];
  #posted = 0;
  #orders = 0;
  #hurried = false;

  constructor(
    private readonly demonstration: Demonstration,
    private readonly letters: number,
    private readonly seed: number,
  ) {
    this.#dice = new Dice(seed);
  }

  /** Posts all letters; returns when the last order has its 2xx. Throws when one never gets it. */
  async run(): Promise<void> {
    const materials: Partial<Record<CustomerName, Materials>> = {};
    for (const customer of customerNames)
      materials[customer] = await prepareMaterials(this.demonstration.customers[customer], customer);
    await Promise.all(
      Array.from({ length: AT_ONCE }, () => this.#customer(materials as Record<CustomerName, Materials>)),
    );
  }

  /** The faults are over: what is left is posted without pauses. */
  finish(): void {
    this.#hurried = true;
  }

  /** Resolves right after the next 2xx was written down; at once when all were. */
  nextAnswer(): Promise<void> {
    return this.#posted >= this.letters ? Promise.resolve() : new Promise((resolve) => this.#answered.push(resolve));
  }

  async #customer(materials: Record<CustomerName, Materials>): Promise<void> {
    while (this.#posted < this.letters) {
      const order = {
        ...this.#dice.pick(everydayOrders),
        letters: Math.min(LETTERS_AN_ORDER, this.letters - this.#posted),
      };
      this.#posted += order.letters;
      const key = `load-${this.seed}-${++this.#orders}`;
      const body = orderBody(order, materials[order.customer], new Dice(this.seed * 10_000 + this.#orders));
      const { customers, folder } = this.demonstration;
      const { letters } = await submit(customers[order.customer], clientLogOf(folder), body, key, PATIENCE_MS);
      this.letterIds.push(...letters.map(({ id }) => id));
      for (const resolve of this.#answered.splice(0)) resolve();
      if (!this.#hurried) await delay(PAUSE_MS);
    }
    for (const resolve of this.#answered.splice(0)) resolve();
  }
}
