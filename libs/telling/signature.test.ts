import { randomBytes, randomInt } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { newSecret, signedHeaders } from './signature.ts';

const letters = ['é', 'ß', '漢', '🙂', '"', '\\', '\n', '\u2028', 'a', '0', ' ', '\u0000'];
const randomText = () => Array.from({ length: randomInt(40) }, () => letters[randomInt(letters.length)]).join('');
const randomBody = () =>
  JSON.stringify({
    type: 'letter.delivered',
    data: { text: randomText(), bytes: randomBytes(randomInt(64)).toString('base64') },
  });

test('a thousand random bodies verify with the public library, and not when a byte is changed', () => {
  for (let i = 0; i < 1000; i++) {
    const secret = newSecret();
    const body = randomBody();
    const headers = signedHeaders(`msg_${i}`, new Date(), body, [secret]);
    const webhook = new Webhook(secret);
    expect(webhook.verify(body, headers)).toEqual(JSON.parse(body));
    expect(() => webhook.verify(`${body} `, headers)).toThrow('No matching signature');
    expect(() => webhook.verify(body, { ...headers, 'webhook-id': 'msg_x' })).toThrow('No matching signature');
  }
});

test('while a secret is changed both verify; a stranger verifies nothing', () => {
  const [current, former] = [newSecret(), newSecret()];
  const headers = signedHeaders('msg_1', new Date(), '{}', [current, former]);
  for (const secret of [current, former]) expect(new Webhook(secret).verify('{}', headers)).toEqual({});
  expect(() => new Webhook(newSecret()).verify('{}', headers)).toThrow();
});

test('an old message is refused by its time', () => {
  const secret = newSecret();
  const headers = signedHeaders('msg_1', new Date(Date.now() - 10 * 60_000), '{}', [secret]);
  expect(() => new Webhook(secret).verify('{}', headers)).toThrow('too old');
});
