import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { connect } from './connect.ts';
import { events, type EventFlags } from './events.ts';
import { addLetterOptions } from './letter-options.ts';
import { preview, type PreviewFlags } from './preview.ts';
import { sendFile, type SendFileFlags } from './send-file.ts';
import { send, type SendFlags } from './send.ts';
import { Session } from './session.ts';
import { readSettings } from './settings.ts';
import { tell } from './told.ts';
import { watch, type WatchFlags } from './watch.ts';
import { exitCodes, type World } from './world.ts';

const examples = `
Examples:
  pli connect http://127.0.0.1:8080
  pli send letter.pdf --to "Madame Claire Fontaine, 12 rue des Lilas, 75011 Paris"
  pli preview letter.pdf --to "…" -o preview.pdf
  pli send --template "Rappel" --csv customers.csv --map lines="Adresse 1+Adresse 2" data.total=Montant
  pli watch ord_…

Exit codes: 0 done · 1 refused, nothing was sent · 2 the command lacks something · 3 not reachable now, run it again ·
  4 a watched letter did not reach anybody · 5 you said no. A command that is run again never sends twice.

Environment: PLI_API, PLI_KEY and PLI_SENDER go before what pli connect kept; PLI_PATIENCE: seconds to wait for an API that
  does not answer (15).`;

/** Runs one command line and gives its exit code; whatever goes wrong is told. */
export async function pli(args: readonly string[], world: World): Promise<number> {
  let exitCode: number = exitCodes.done;
  let api: string | undefined;
  const json = args.includes('--json');
  const run = async (flags: { yes?: true }, work: (session: Session) => Promise<number>) => {
    const settings = readSettings(world);
    ({ api } = settings);
    exitCode = await work(new Session(world, settings, json, flags.yes === true));
  };

  const program = new Command('pli')
    .description('Letters in by the command line, out by post, with the proof kept.')
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({ writeOut: (text) => world.out(text.trimEnd()), writeErr: (text) => world.say(text.trimEnd()) });

  program
    .command('connect')
    .argument('<api>', 'address of the API, such as http://127.0.0.1:8080')
    .description('Try a key and keep it for later commands')
    .option('--sender <address>', 'who sends when nothing else is said')
    .action(async (address: string, { sender }: { sender?: string }) => {
      api = address;
      exitCode = await connect(world, address, sender);
    });

  letterOf(program.command('send'), 'Send a PDF or a filled template to somebody, or to everybody in a file')
    .option('--csv <file>', 'one letter a row; the first row holds headings')
    .option('--jsonl <file>', 'one letter a line, as the API takes it')
    .option(
      '--map <word=column...>',
      'which column says what, the others are found by usual headings; or a JSON file that says all',
    )
    .option('--leave-out', 'send the good rows of a file, leave out those with something to mend')
    .option('--errors <file>', 'where the rows left out are written')
    .option('--again', 'send once more what this same command has sent before')
    .option('--sure', 'with --yes: send even if the address leaves a doubt')
    .option('--watch', 'follow it until it rests')
    .option('-y, --yes', 'do not ask')
    .option('--json', 'answer for programs')
    .action((file: string | undefined, flags: SendFlags & SendFileFlags & { yes?: true }) =>
      run(flags, (session) => {
        const all = { ...flags, ...(file !== undefined && { file }) };
        return flags.csv !== undefined || flags.jsonl !== undefined ? sendFile(session, all) : send(session, all);
      }),
    );

  letterOf(program.command('preview'), 'Show a letter as it would be printed, and what it costs; nothing is ordered')
    .option('-o, --output <file>', 'file for the PDF (preview.pdf)')
    .option('--zones', 'also each page as a picture, with the window and all zones drawn over')
    .option('--json', 'answer for programs')
    .action((file: string | undefined, flags: PreviewFlags) =>
      run({ yes: true }, (session) => preview(session, { ...flags, ...(file !== undefined && { file }) })),
    );

  program
    .command('watch')
    .argument('<id>', 'a letter (let_…) or an order (ord_…)')
    .description('Follow a letter or an order until it rests')
    .option('--until <state>', 'end at this state, too, such as accepted_by_carrier')
    .option('--json', 'answer for programs: one object a line')
    .action((id: string, flags: WatchFlags) => run({}, (session) => watch(session, id, flags)));

  program
    .command('events')
    .description('Everything that happened, numbered without gaps')
    .option('--after <number>', 'the last number that you have', whole)
    .option('--follow', 'go on with what happens, until Ctrl-C; without --after from now on')
    .option('--type <type...>', 'only these, such as letter.delivered or order.*')
    .option('--limit <count>', 'end after so many', whole)
    .option('--json', 'answer for programs: one object a line')
    .action((flags: EventFlags) => run({}, (session) => events(session, flags)));

  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    return tell(world, error, api, json);
  }
}

/** What a letter is made of and who gets it: the same for sending and looking. */
function letterOf(command: Command, description: string): Command {
  command
    .argument('[pdf]', 'the letter, printed as it is')
    .description(description)
    .option(
      '--to <address>',
      'as on an envelope, lines separated by commas; or @file with its lines or its fields as JSON',
    )
    .option('--template <name>', 'instead of a PDF: a template by its name or id')
    .option('--data <name=value...>', "the template's data, or a JSON file")
    .option('--pages <ranges>', 'only these pages of the PDF, such as 1-2,7')
    .option('--attach <pdf...>', 'documents after the letter')
    .option('--letterhead <pdf>', 'laid under the pages')
    .option('--repair', 'let Pli embed missing fonts and fit pages to A4; you see the result before it is sent');
  return addLetterOptions(command);
}

function whole(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('A whole number.');
  return Number(text);
}
