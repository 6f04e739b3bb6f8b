import type { Browser } from 'puppeteer-core';
import { screenCanBeHidden, type SealedPage } from './drawing.ts';
import { launchSealed, openContext, openSealedPage, printSealed } from './sealed-browser.ts';
import { renderTemplate, parseTemplate } from './template.ts';
import { plainLetter, sample, tools } from './testing/letters.ts';
import { looksAlike, pageCount, pdfText, raster } from './testing/pdf-facts.ts';

let browser: Browser;
let hidden: SealedPage;
let shown: SealedPage;
beforeAll(async () => {
  browser = await launchSealed(tools.chromium);
  const context = await openContext(browser);
  [hidden, shown] = [await openSealedPage(context), await openSealedPage(context)];
  shown.hidesScreen = false;
});
afterAll(() => browser.close());

const print = (page: SealedPage, html: string) => printSealed(page, html, 20_000);
const dot =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60"/></svg>';
const samples = (['invoice', 'reminder', 'tax-notice'] as const).map((name): [string, string] => {
  const { html, data } = sample(name);
  return [`the sample ${name}`, renderTemplate(parseTemplate(html), data)];
});

test('this browser can hide its screen, and was asked once', () => {
  expect(hidden.hidesScreen).toBe(true);
});

test.each([
  ...samples,
  ['a letter without a page rule', '<h1>Bonjour</h1><p>une ligne'],
  [
    'parts as wide and high as the page',
    plainLetter('<div style="width: 50vw; height: 20vh; background: #ccc">x</div>'),
  ],
  [
    'rules for widths, screens and paper',
    plainLetter(`<style>p { display: none } @media (min-width: 500px) { .wide { display: block } } @media (max-width: 400px) { .narrow { display: block } }
      @media screen { .screen { display: block } } @media print { .print { display: block } } @media (min-device-width: 300px) { .device { display: block } }
      @media (orientation: portrait) { .upright { display: block } }</style>
      <p class=wide>wide<p class=narrow>narrow<p class=screen>screen<p class=print>print<p class=device>device<p class=upright>upright`),
  ],
  [
    'a foot on every page',
    plainLetter(`<div style="position: fixed; bottom: 0">pied</div>${'<p style="break-after: page">x'.repeat(3)}`),
  ],
  ['a table wider than the page', plainLetter(`<table><tr>${'<td>colonne large'.repeat(30)}</table>`)],
  ['margins that leave a sliver', '<style>@page { size: A4; margin: 100mm 104mm }</style><p>abc'],
  [
    'columns, counters and a float',
    plainLetter(
      `<style>body { columns: 2; counter-reset: n } p::before { counter-increment: n; content: counter(n) ". " }</style><div style="float: right">à droite</div>${'<p>mot '.repeat(80)}`,
    ),
  ],
  ['a root that its author shows', plainLetter('<style>html { display: grid !important }</style><p>x')],
  ['an image', plainLetter(`<img src='${dot}'>`)],
  ['a lazy image far below', plainLetter(`<div style="height: 240mm"></div><img loading=lazy src='${dot}'>`)],
  [
    'an image of the background',
    plainLetter(`<div style="height: 20mm; background: url('${dot.replaceAll('"', '%22')}')"></div>`),
  ],
])('%s is on paper as if nothing was hidden', async (_what, html) => {
  const [one, other] = [await print(hidden, html), await print(shown, html)];
  expect(await pageCount(one)).toBe(await pageCount(other));
  expect(await pdfText(one, 1)).toBe(await pdfText(other, 1));
  expect(looksAlike(await raster(one, 60), await raster(other, 60))).toBe(true);
});

test('images are on paper, whichever way they come', async () => {
  const ink = async (body: string) => {
    const [page] = await raster(await print(hidden, plainLetter(body)), 36);
    return page?.pixels.filter((pixel) => pixel < 100).length ?? 0;
  };
  const found = [
    await ink(`<img src='${dot}'>`),
    await ink(`<picture><source srcset="${dot.replaceAll('"', '%22').replaceAll(' ', '%20')}"><img></picture>`),
    await ink(`<svg width=60 height=60><image href='${dot}' width=60 height=60 /></svg>`),
    await ink(`<div style="width: 60px; height: 60px; background: url('${dot.replaceAll('"', '%22')}')"></div>`),
  ];
  found.forEach((pixels) => expect(pixels).toBeGreaterThan(200));
});

test('a browser that hides on paper too is found out, and shows the letter', async () => {
  const other = await launchSealed(tools.chromium);
  try {
    const page = await openSealedPage(await openContext(other));
    await page.page.emulateMediaType('screen');
    expect(await screenCanBeHidden({} as Browser, page)).toBe(false);
  } finally {
    await other.close();
  }
});
