// A progress bar on standard error: one moving line on a terminal, a line a stage elsewhere.

export class Progress {
  #done = 0;
  #stage = undefined;
  #started = Date.now();
  #timer = undefined;

  constructor(title, stream = process.stderr) {
    this.title = title;
    this.stream = stream;
  }

  /** Opens the next stage, worth `share` of the whole (0 to 1). Gives a function that takes how far the stage is (0 to 1). */
  stage(name, share) {
    this.#closeStage();
    this.#stage = { name, share, fraction: 0 };
    if (this.stream.isTTY) this.#timer ??= setInterval(() => this.#draw(), 250).unref();
    else this.stream.write(`${this.title}: ${name} …\n`);
    this.#draw();
    return (fraction) => {
      if (this.#stage?.name === name) this.#stage.fraction = Math.max(this.#stage.fraction, Math.min(1, fraction));
      this.#draw();
    };
  }

  /** Clears the moving line and says how long it all took. */
  close() {
    clearInterval(this.#timer);
    this.#closeStage();
    if (this.stream.isTTY) this.stream.write('\r\x1b[2K');
    this.stream.write(`${this.title}: done in ${this.#seconds()} s\n`);
  }

  #closeStage() {
    this.#done += this.#stage?.share ?? 0;
    this.#stage = undefined;
  }

  #draw() {
    if (!this.stream.isTTY || this.#stage === undefined) return;
    const fraction = Math.min(1, this.#done + this.#stage.share * this.#stage.fraction);
    const filled = Math.round(fraction * 30);
    const bar = '█'.repeat(filled) + '░'.repeat(30 - filled);
    this.stream.write(`\r\x1b[2K${this.title} ${bar} ${Math.round(fraction * 100)} %  ${this.#stage.name}  ${this.#seconds()} s`);
  }

  #seconds() {
    return Math.round((Date.now() - this.#started) / 1000);
  }
}
