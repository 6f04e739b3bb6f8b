import { Guard } from './guard.ts';
import type { Resolve } from './names.ts';
import { isPublic, networksOf } from './networks.ts';

const none = networksOf('');
const resolves =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const judged = (url: string, guard = new Guard(none, resolves('93.184.216.34'))) =>
  guard.check(url).then(
    () => 'taken',
    (error: Error & { code?: string }) => error.code,
  );

test.each([
  '127.0.0.1',
  '127.255.255.254',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.127.255.254',
  '0.0.0.0',
  '0.1.2.3',
  '192.0.0.8',
  '192.0.2.1',
  '192.88.99.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:a9fe:a9fe',
  '::10.0.0.1',
  '64:ff9b::a00:1',
  '64:ff9b:1::a00:1',
  '2002:a00:1::',
  '2001::1',
  '2001:db8::1',
  'fe80::1',
  'fec0::1',
  'fc00::1',
  'fd00:ec2::254',
  'ff02::1',
  '100::1',
  '5f00::1',
])('%s is not of the public internet', async (address) => {
  expect(isPublic(address)).toBe(false);
  const written = address.includes(':') ? `[${address}]` : address;
  expect(await judged(`https://${written}/hook`)).toBe('webhook_url_refused');
  expect(await judged('https://example.org/hook', new Guard(none, resolves(address)))).toBe('webhook_url_refused');
  // One bad address among good ones spoils the name: nobody can say which of them is connected to.
  const mixed = new Guard(none, resolves('93.184.216.34', address));
  expect(await judged('https://example.org/hook', mixed)).toBe('webhook_url_refused');
});

test.each([
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://127.0.0.1./',
  'https://[::ffff:7f00:1]/',
  'https://１２７.0.0.1/',
  'http://93.184.216.34/',
  'ftp://93.184.216.34/',
  'https://user:secret@example.org/',
  'https://example.org/#part',
])('%s is refused however it is written', async (url) => {
  expect(await judged(url)).toBe('webhook_url_refused');
});

test('public addresses are taken over https', async () => {
  for (const url of ['https://example.org/hook?a=1', 'https://93.184.216.34:8443/', 'https://[2606:4700::1111]/'])
    expect(await judged(url)).toBe('taken');
  expect(isPublic('8.8.8.8')).toBe(true);
  expect(isPublic('not an address')).toBe(false);
});

test('networks that the provider names are reached, without encryption too, and no other', async () => {
  const guard = new Guard(networksOf('10.1.0.0/16, 127.0.0.1 fd12::/32'), resolves('10.1.2.3'));
  for (const url of ['http://10.1.2.3/', 'http://127.0.0.1:8080/', 'http://[fd12::1]/', 'http://inside.example/'])
    expect(await judged(url, guard)).toBe('taken');
  for (const url of ['http://10.2.0.1/', 'http://127.0.0.2/', 'https://[fd13::1]/', 'https://169.254.169.254/'])
    expect(await judged(url, guard)).toBe('webhook_url_refused');
  expect(() => networksOf('10.0.0.0/40')).toThrow('not a network');
});

test('a name that nobody knows is told so', async () => {
  const guard = new Guard(none, async () => {
    throw new Error('ENOTFOUND');
  });
  await expect(guard.check('https://nowhere.example/')).rejects.toThrow('no name server gives an address');
});

test('names of the hosts file are known, and judged like others', async () => {
  expect(await judged('http://localhost:8080/', new Guard(networksOf('127.0.0.0/8 ::1')))).toBe('taken');
  expect(await judged('https://localhost:8080/', new Guard(none))).toBe('webhook_url_refused');
});
