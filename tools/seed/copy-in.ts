import type pg from 'pg';

/** What a connection of `pg` offers to a query that streams rows in (COPY … FROM STDIN), as its protocol has it. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** Runs one `COPY … FROM STDIN` with these bytes. @throws Error of the database, naming the row */
export function copyIn(client: pg.Client, statement: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(statement, bytes, (error) => (error ? reject(error) : resolve())));
  });
}

const CHUNK = 1024 * 1024;

/** A query object as `pg` drives it: told by name of each message of the server. */
class CopyIn implements pg.Submittable {
  #failure: Error | undefined;

  constructor(
    private readonly statement: string,
    private readonly bytes: Buffer,
    private readonly done: (error?: Error) => void,
  ) {}

  submit(connection: pg.Connection): void {
    (connection as unknown as CopyConnection).query(this.statement);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    for (let at = 0; at < this.bytes.length; at += CHUNK)
      connection.sendCopyFromChunk(this.bytes.subarray(at, at + CHUNK));
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.#failure = error;
  }

  handleReadyForQuery(): void {
    this.done(this.#failure);
  }
}
