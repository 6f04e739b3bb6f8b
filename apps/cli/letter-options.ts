import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Schemas } from '#client/client';

/** What can be said of letters on the command line, whatever they are made of. */
export interface LetterFlags {
  readonly sender?: string;
  readonly service?: 'priority' | 'economy' | 'registered';
  readonly acknowledgement?: 'none' | 'paper' | 'digital';
  readonly colour?: true;
  readonly sides?: 'simplex' | 'duplex';
  readonly sendDate?: string;
  readonly reference?: string;
  readonly costCentre?: string;
  readonly accept?: readonly string[];
}

export function addLetterOptions(command: Command): Command {
  return command
    .option('--sender <address>', 'who sends, in the window; compulsory for registered letters (also: PLI_SENDER)')
    .addOption(new Option('--service <service>').choices(['priority', 'economy', 'registered']))
    .addOption(new Option('--acknowledgement <kind>', 'of a registered letter').choices(['none', 'paper', 'digital']))
    .option('--colour', 'print in colour')
    .addOption(new Option('--sides <sides>', 'one side of each sheet or both').choices(['simplex', 'duplex']))
    .option('--send-date <day>', 'planned deposit, such as 2027-03-28', day)
    .option('--reference <text>', 'yours, to find the letter again')
    .option('--cost-centre <text>', 'yours, for the bill')
    .option('--accept <warning...>', 'accept warnings by their codes');
}

/** The options of an order, only what was said: the API knows the defaults. */
export function orderOptions(flags: LetterFlags): NonNullable<Schemas['NewOrder']['options']> {
  return {
    ...(flags.service && { service: flags.service }),
    ...(flags.acknowledgement && { acknowledgement: flags.acknowledgement }),
    ...(flags.colour && { colour: 'colour' }),
    ...(flags.sides && { sides: flags.sides }),
    ...(flags.sendDate && { sendDate: flags.sendDate }),
    ...(flags.costCentre && { costCentre: flags.costCentre }),
  };
}

/** Warnings accepted by code; the API says which there are when one is none. */
export const acceptedWarnings = ({ accept = [] }: LetterFlags) =>
  [...accept] as NonNullable<Schemas['NewOrder']['accept']>;

function day(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new InvalidArgumentError('A day is written 2027-03-28.');
  return text;
}
