// `npm run invite -- --provider me@example.org`: invites the first manager of an installation, or one when nobody is left who could, and prints the
// link, once. Whoever may read the instance's folder may do this.
import { parseArgs } from 'node:util';
import { emailAddress } from '#contracts/api/session';
import { inviteFirst } from './demonstration/store-person.ts';
import { runningEnvironment } from './launcher/instance-folder.ts';

const usage = `Usage:
  npm run invite -- --provider me@example.org [--name "Who"] [--language en]`;

try {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { provider: text, name: text, language: text } });
  const email = emailAddress.safeParse(values.provider ?? '');
  if (!email.success) throw new Error('Give the e-mail of the person.');
  const link = await inviteFirst(runningEnvironment(), {
    email: email.data,
    name: values.name ?? '',
    language: values.language === 'en' ? 'en' : 'fr',
    role: 'manager',
  });
  console.log(`Open this link to accept; it is good once, for 14 days:\n\n  ${link}\n`);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 1;
}
