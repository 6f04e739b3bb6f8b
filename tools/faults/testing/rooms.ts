import type { Factory, PrintRoom } from './factory.ts';

/** A few print rooms that are lent day by day: who asks first gets the next that is free. */
export class Rooms {
  readonly #free: Promise<PrintRoom>[];
  readonly #waiting: ((room: Promise<PrintRoom>) => void)[] = [];

  constructor(
    private readonly factory: Factory,
    rooms: number,
  ) {
    this.#free = Array.from({ length: rooms }, () => factory.printRoom());
  }

  /** Does a day's work in a room of its own. One that leaves something behind is not lent again. */
  async lend<T extends { readonly open: readonly string[] }>(live: (room: PrintRoom) => Promise<T>): Promise<T> {
    const room = await (this.#free.shift() ?? new Promise<PrintRoom>((resolve) => this.#waiting.push(resolve)));
    let isLeftEmpty = false;
    try {
      const day = await live(room);
      isLeftEmpty = day.open.length === 0;
      return day;
    } finally {
      this.#giveBack(isLeftEmpty ? Promise.resolve(room) : this.factory.printRoom());
    }
  }

  #giveBack(room: Promise<PrintRoom>): void {
    const next = this.#waiting.shift();
    if (next) next(room);
    else this.#free.push(room);
  }
}
