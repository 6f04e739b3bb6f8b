/** Takes how far a stage is (0 to 1) and, if wished, words to show instead of the stage's name. */
export type Report = (fraction: number, words?: string) => void;

/** A progress bar on standard error: one moving line on a terminal, lines elsewhere. */
export class Progress {
  constructor(title: string, stream?: NodeJS.WriteStream);
  /** Opens the next stage, worth `share` of the whole (0 to 1). */
  stage(name: string, share: number): Report;
  /** Writes a line that stays, above the moving one. */
  line(text: string): void;
  /** Clears the moving line; says how long it all took if it went well. */
  close(wentWell: boolean): void;
  /** Runs `work` with a bar that is cleared whatever happens, and gives what it gave. */
  static during<T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T>;
}
