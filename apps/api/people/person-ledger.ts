import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { inLedger, type Clock, type LedgerTransaction, type Row } from '#database/ledger';
import { inScope, type Scope, type Sql } from '#database/scope';
import { comparableEmail } from '#domain/people/email';
import type { MasterKey } from '#storage/master-key';
import { actOfPerson, type Visit } from '../http/visit.ts';
import { CLOCK, DATABASE, MASTER_KEY } from '../parts.ts';

const scopeOf = (person: string): Scope => ({ role: 'pli_person', person });

/** The database as one person may see and change it: their own row, proofs, sessions and desks. */
@Injectable()
export class PersonLedger {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CLOCK) readonly clock: Clock,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
  ) {}

  read<T>(person: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    return inScope(this.database, scopeOf(person), work);
  }

  /** Changes what is the person's; the ledger names the person and the request. */
  write<T>(person: string, visit: Visit, work: (tx: LedgerTransaction) => Promise<T>): Promise<T> {
    return inLedger(this.database, scopeOf(person), actOfPerson(person, visit), this.clock, work);
  }

  /** Tells of something that happened to the person and changes none of their rows. */
  tell(person: string, visit: Visit, type: string, data: Row = {}): Promise<void> {
    return this.write(person, visit, async (tx) => tellOf(tx, person, type, data));
  }

  /** By what a person is found. */
  emailHash(email: string): Buffer {
    return this.masterKey.keyedHash('e-mail', comparableEmail(email));
  }
}

/** An event of a person, in the provider's stream. */
export const tellOf = (tx: LedgerTransaction, person: string, type: string, data: Row = {}): void =>
  tx.tell('provider', 'person', person, type, data);
