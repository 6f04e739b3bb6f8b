import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { ComposedLetter, ComposeResult } from './compose-request.ts';
import { Composer } from './composer.ts';
import { dataCheck, parseTemplate } from './template.ts';
import { letterTo, plainLetter, sample, samplePdf, tools } from './testing/letters.ts';
import { openCanary } from './testing/canary.ts';
import { hostileHtml } from './testing/hostile.ts';
import { looksAlike, pageCount, pdfText, raster, requireSound } from './testing/pdf-facts.ts';

let composer: Composer;
beforeAll(() => (composer = new Composer({ tools, pages: 2, letterTimeoutMs: 15_000 })));
afterAll(() => composer.close());

const compose = (...letters: ReturnType<typeof letterTo>[]) => composer.compose({ accountId: 'acc_1', letters });
function composed(result: ComposeResult | undefined): ComposedLetter {
  if (!result?.ok) throw result?.error ?? new Error('no result');
  return result;
}
const codeOf = (result: ComposeResult | undefined) => (result?.ok === false ? result.error.code : 'composed');

test('the invoice of two pages becomes one sheet, its address in the window as real text', async () => {
  const { html, schema, data } = sample('invoice');
  expect(dataCheck(schema)(data)).toEqual([]);
  const letter = composed((await compose(letterTo({ html, data })))[0]);
  expect(letter.parts).toEqual([{ kind: 'document', pages: 2 }]);
  expect(letter.sheets).toBe(1);
  await requireSound(letter.pdf);
  const window = await pdfText(letter.pdf, 1, { x: 88, y: 51, width: 106, height: 32 });
  expect(
    window
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ).toEqual([
    'Exp. : Atelier Morvan Électricité, 14 rue des Tanneurs, 21210 Saulieu',
    'MADAME CLAIRE FONTAINE',
    'RESIDENCE LES TILLEULS',
    '12 BIS RUE DE LA REPUBLIQUE',
    '69002 LYON',
  ]);
  expect(await pdfText(letter.pdf, 2)).toContain('20 691,86 €');
});

test.each(['reminder', 'tax-notice'] as const)('the sample %s leaves the zones of Pli empty', async (name) => {
  const { html, schema, data } = sample(name);
  expect(dataCheck(schema)(data)).toEqual([]);
  expect(composed((await compose(letterTo({ html, data })))[0]).sheets).toBe(1);
});

test('an attachment begins a sheet of its own', async () => {
  const { html, data } = sample('tax-notice');
  const letter = composed(
    (
      await compose(letterTo({ html, data, attachments: [{ pdf: samplePdf('tax-notice/notice-explicative.pdf') }] }))
    )[0],
  );
  expect(letter.parts).toEqual([
    { kind: 'document', pages: 1 },
    { kind: 'attachment', pages: 2 },
  ]);
  expect(letter.sheets).toBe(2);
  expect(await pageCount(letter.pdf)).toBe(3);
});

test('one bad letter does not touch its neighbours', async () => {
  const results = await compose(
    letterTo({ html: plainLetter('{{ name }}'), data: { name: 'Claire' } }),
    letterTo({ html: plainLetter('{{ surname }}'), data: {} }),
    letterTo({ html: plainLetter('{% if %}') }),
    letterTo({ html: '<style>@page { size: A5 }</style>' }),
    letterTo({ html: plainLetter('<p style="break-after: page">1</p>'.repeat(5)), maxPages: 3 }),
    letterTo({}, ['M'.repeat(60), '69002 LYON']),
    letterTo({}, ['MONSIEUR 王', '69002 LYON']),
    letterTo({ html: plainLetter('{{ name }}'), data: { name: 'Odile' } }),
  );
  expect(results.map(codeOf)).toEqual([
    'composed',
    'template_render_failed',
    'template_invalid',
    'page_not_a4',
    'too_many_pages',
    'address_too_wide',
    'text_not_printable',
    'composed',
  ]);
  expect(await pdfText(composed(results[7]).pdf, 1)).toContain('Odile');
});

test('a template that prints where the window may look, or in the margin, is told where', async () => {
  const line = (left: number, top: number) =>
    `<div style="position: absolute; left: ${left}mm; top: ${top}mm; width: 8mm; height: .1mm; background: #999"></div>`;
  const at = (left: number, top: number) => `<style>@page { size: A4; margin: 0 }</style>${line(left, top)}`;
  const results = await compose(
    letterTo({ html: at(100, 60) }),
    letterTo({ html: at(70, 24) }),
    letterTo({ html: at(5, 150) }),
    letterTo({ html: at(22, 60) }),
    letterTo({ html: at(22, 60) + '<p style="break-before: page">' + line(5, 297 + 100) }),
  );
  expect(results.map(codeOf)).toEqual([
    'zone_not_empty',
    'zone_not_empty',
    'zone_not_empty',
    'composed',
    'zone_not_empty',
  ]);
  const told = results.map((result) => (result.ok ? '' : result.error.message));
  expect(told[2]).toMatch(/Page 1 prints at x [45]–1[234] mm, y 1[45]\d–15\d mm, inside the left margin/);
  expect(told[4]).toMatch(/Page 2 prints/);
});

test('data cannot put markup into a letter', async () => {
  const data = { name: '<b>gras</b><img src=x>' };
  const letter = composed((await compose(letterTo({ html: plainLetter('{{ name }}'), data })))[0]);
  expect(await pdfText(letter.pdf, 1)).toContain('<b>gras</b><img src=x>');
});

test('a template reads no file, includes nothing, and stops when it loops', async () => {
  const results = await compose(
    letterTo({ html: plainLetter("{% include '/etc/passwd' %}") }),
    letterTo({ html: plainLetter("{% render '../secret' %}") }),
    letterTo({ html: plainLetter('{% for i in (1..100000000) %}x{% endfor %}') }),
    letterTo({ html: plainLetter('{{ x.constructor }}'), data: { x: 'a' } }),
  );
  expect(results.map(codeOf)).toEqual([
    'template_invalid',
    'template_invalid',
    'template_render_failed',
    'template_render_failed',
  ]);
});

test.each([
  ['blank', ' \n\t', /is blank/],
  ['a script', '<p>x\n<SCRIPT>1</script>', /<script> in line 2; scripts never run/],
  ['an include', "{% include 'x' %}", /tag "include" not found, line:1/],
  ['a render', "{% render 'x' %}", /tag "render" not found/],
  ['a layout', "{% layout 'x' %}", /tag "layout" not found/],
])('a template that is %s is refused before it is drawn', (_what, html, text) => {
  expect(() => parseTemplate(html)).toThrow(expect.objectContaining({ code: 'template_invalid', retry: 'never' }));
  expect(() => parseTemplate(html)).toThrow(text);
});

test('a letter that would load something from outside is refused and told what; its neighbours are not', async () => {
  const outside = [
    ['<img src="https://cdn.example/logo.png?for=claire">', 'an image from outside: “https:…/logo.png”'],
    ['<img src="logo.png">', 'an image from outside: “logo.png”'],
    ['<img src="file:///etc/hostname">', 'file:…/etc/hostname'],
    ['<iframe src="http://cdn.example/x"></iframe>', 'a frame from outside: “http:…/”'],
    ['<iframe src="file:///etc/hostname"></iframe>', 'file:…/etc/hostname'],
    ['<object data="http://cdn.example/x"></object>', 'an object from outside'],
    ['<style>@import "http://cdn.example/x.css";</style>', 'a stylesheet from outside: “http:…/x.css”'],
    ['<link rel=stylesheet href="http://cdn.example/x.css">', 'a stylesheet'],
    ['<style>p { background: url(//cdn.example/x.png) }</style><p>x', undefined],
    ['<style>p { background: url(http://cdn.example/x.png) }</style><p>x', 'an image'],
    ['<style>@font-face { font-family: x; src: url(http://cdn.example/f) } p { font-family: x }</style><p>x', 'a font'],
    ['<link rel=prefetch href="http://cdn.example/x">', '“http:…/x”'],
    ['<meta http-equiv="refresh" content="0;url=http://cdn.example/x">', 'a refresh from outside'],
    ['<meta http-equiv="refresh" content="60;url=file:///etc/hostname">', 'a refresh from outside'],
  ] as const;
  const fine = [
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">',
    '<a href="https://cabinet.example/">cabinet.example</a><!-- <img src="logo.png"> -->',
    '<svg width=9 height=9><g id=a></g><use href="#a"/></svg>',
  ];
  const single = new Composer({ tools, pages: 1 });
  try {
    const letters = outside.flatMap(([html], i) => [html, fine[i % fine.length] ?? '']);
    const results = await single.compose({
      accountId: 'acc_1',
      letters: letters.map((html) => letterTo({ html: plainLetter(html) })),
    });
    outside.forEach(([, told], i) => {
      expect(codeOf(results[2 * i + 1])).toBe('composed');
      const result = results[2 * i];
      if (told === undefined) return;
      expect(codeOf(result)).toBe('template_reaches_out');
      expect(result?.ok === false && result.error.message).toContain(told);
      expect(result?.ok === false && result.error.message).not.toMatch(/cdn\.example|claire/);
    });
  } finally {
    await single.close();
  }
});

test('hostile HTML reaches nobody and prints no local file', async () => {
  const canary = await openCanary();
  const folder = mkdtempSync(join(tmpdir(), 'pli-secret-'));
  const secret = join(folder, 'secret.txt');
  writeFileSync(secret, 'NOBODY MAY READ THIS');
  try {
    // As data, which is not looked at before the browser has it.
    const letters = hostileHtml(canary.port, secret).map((markup) =>
      letterTo({ html: plainLetter('{{ markup | raw }}'), data: { markup } }),
    );
    const results = await compose(...letters, letterTo({ html: plainLetter('still here') }));
    // What was waiting in the browser is out by the time it is gone.
    await composer.close();
    composer = new Composer({ tools, pages: 2 });
    expect(canary.hits).toEqual([]);
    expect(codeOf(results.at(-1))).toBe('composed');
    for (const result of results) if (result.ok) expect(await pdfText(result.pdf, 1)).not.toContain('NOBODY');
  } finally {
    canary.close();
    rmSync(folder, { recursive: true });
  }
});

test('the canary does sing when the seals are off', async () => {
  const canary = await openCanary();
  const browser = await puppeteer.launch({
    executablePath: tools.chromium,
    headless: 'shell',
    pipe: true,
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage();
    for (const html of hostileHtml(canary.port, '/dev/null').slice(0, 4))
      await page.setContent(html).catch(() => undefined);
    expect(canary.hits.length).toBeGreaterThan(3);
  } finally {
    await browser.close();
    canary.close();
  }
});

test('a letter that takes too long is given up alone, and the pool goes on', async () => {
  const hasty = new Composer({ tools, pages: 2, letterTimeoutMs: 1_500 });
  try {
    const endless = plainLetter('<div style="columns: 3; column-fill: balance"><table><tr><td>x'.repeat(6_000));
    const results = await hasty.compose({
      accountId: 'acc_1',
      letters: [letterTo({ html: endless }), letterTo({}), letterTo({}), letterTo({})],
    });
    expect(results.map(codeOf)).toEqual(['compose_timeout', 'composed', 'composed', 'composed']);
  } finally {
    await hasty.close();
  }
});

test('a page that is used again keeps nothing of the letter before', async () => {
  const single = new Composer({ tools, pages: 1 });
  try {
    const plain = () => letterTo({ html: plainLetter('<p>Bonjour') });
    const dirty = [
      '<base href="http://127.0.0.1/"><style>p { font-size: 30pt; color: red } @page { margin: 120mm }</style><p>x',
      '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:1/"><p>x',
      '<p>'.repeat(3_000),
    ].map((html) => letterTo({ html: plainLetter(html) }));
    const results = await single.compose({
      accountId: 'acc_1',
      letters: [plain(), ...dirty.flatMap((letter) => [letter, plain()])],
    });
    const looks = await Promise.all([0, 2, 4, 6].map((i) => raster(composed(results[i]).pdf, 60)));
    expect(looks.map((pages) => looksAlike(pages, looks[0] ?? []))).toEqual([true, true, true, true]);
  } finally {
    await single.close();
  }
});

test('when the browser dies under a chunk, its letters are drawn by the next one', async () => {
  const mortal = new Composer({ tools, pages: 2 });
  try {
    const letters = Array.from({ length: 30 }, (_, i) => letterTo({ html: plainLetter(`Lettre ${i}`) }));
    // Once composed, the browser is there for the next chunk.
    const before = children();
    await mortal.compose({ accountId: 'acc_1', letters: letters.slice(0, 1) });
    const browser = await newChild(before);
    const running = mortal.compose({ accountId: 'acc_1', letters });
    setImmediate(() => process.kill(browser, 'SIGKILL'));
    expect((await running).map(codeOf)).toEqual(Array(30).fill('composed'));
  } finally {
    await mortal.close();
  }
});

test('the same request has the same key, whoever asks; other data, another', () => {
  const request = letterTo({ html: plainLetter('x'), data: { a: 1, b: [2] } });
  const key = composer.key(request);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  const again = letterTo({
    ...request,
    content: { ...request.content, data: { b: [2], a: 1 } } as typeof request.content,
  });
  expect(composer.key(again)).toBe(key);
  expect(composer.key({ ...request, senderLine: 'autre' })).not.toBe(key);
  expect(composer.key({ ...request, attachments: [{ pdf: new Uint8Array([1]) }] })).not.toBe(key);
});

/** The children of this process, read from the kernel without starting another. */
function children(): string[] {
  return readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
}

/** The browser that comes up beside those of `before`, once it has taken work. */
async function newChild(before: readonly string[]): Promise<number> {
  for (;;) {
    const fresh = children().find((pid) => !before.includes(pid));
    if (fresh !== undefined) return Number(fresh);
    await new Promise((later) => setImmediate(later));
  }
}
