import type { Room, SeenEnvelope, Sight } from './room.ts';

/** A print room of the simulator, seen and touched over its control API. */
export class SimulatedRoom implements Room {
  /** @param site the code of the print room; its paper alone is seen */
  constructor(
    private readonly simulatorUrl: string,
    private readonly site: string,
  ) {}

  lookAround(): Promise<Sight> {
    return this.#floor('');
  }

  async lookInto(tray: number): Promise<readonly SeenEnvelope[]> {
    return (await this.#floor(`&tray=${tray}`)).envelopes;
  }

  async put(windowCode: string, tray: number | null): Promise<void> {
    await this.#hands({ windowCode, tray });
  }

  async open(windowCode: string): Promise<readonly string[]> {
    const { sheetCodes } = (await this.#hands({ windowCode, open: true })) as { sheetCodes: string[] };
    return sheetCodes;
  }

  async #floor(gaze: string): Promise<Sight> {
    return (await this.#asked(fetch(`${this.simulatorUrl}/floor?site=${this.site}${gaze}`))) as Sight;
  }

  #hands(move: { windowCode: string; tray: number | null } | { windowCode: string; open: true }): Promise<unknown> {
    const body = JSON.stringify(move);
    const headers = { 'content-type': 'application/json' };
    return this.#asked(fetch(`${this.simulatorUrl}/hands`, { method: 'POST', headers, body }), move.windowCode);
  }

  async #asked(request: Promise<Response>, about = ''): Promise<unknown> {
    const answer = await request;
    if (!answer.ok) throw new Error(`The room answered ${answer.status} ${about}: ${await answer.text()}`);
    return answer.json();
  }
}
