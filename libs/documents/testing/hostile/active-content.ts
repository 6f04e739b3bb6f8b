import type { Hostile } from './hostile.ts';
import { onePage, textOf, bytesOf, type RawObject } from './raw-pdf.ts';

/** What acts when a document is opened, or fetches something from `port` on this machine. */
export function activeContent(port: number): Hostile[] {
  const url = `(http://127.0.0.1:${port}/x)`;
  const script = '/S/JavaScript/JS(app.alert\\(1\\))';
  const refused = ['document_active_content'] as const;
  const action = (name: string, what: string, ...more: RawObject[]): Hostile => ({
    name: `on opening: ${name}`,
    bytes: () => onePage({ catalog: `/OpenAction<<${what}>>`, more }),
    expected: refused,
  });
  const annotated = (name: string, what: string, ...more: RawObject[]): Hostile => ({
    name: `on the page: ${name}`,
    bytes: () => onePage({ page: `/Annots[<</Type/Annot/Rect[9 9 99 99]/F 4${what}>>]`, more }),
  });
  const annotation = (...given: Parameters<typeof annotated>): Hostile => ({
    ...annotated(...given),
    expected: refused,
  });
  const file = `<</Type/Filespec/FS/URL/F${url}/UF${url}>>`;
  const embedded: RawObject = { dict: '/Type/EmbeddedFile/Subtype/application#2Foctet-stream', stream: 'MZ' };
  const holding = '<</Type/Filespec/F(invoice.exe)/UF(invoice.exe)/EF<</F 5 0 R>>>>';
  return [
    action('a script', script),
    action('a program is launched', '/S/Launch/Win<</F(cmd.exe)/P(/c calc)>>/F(calc)'),
    action('a file is launched', `/S/Launch/F${file}`),
    action('a form is sent', `/S/SubmitForm/F${file}/Flags 4`),
    action('data are brought in', `/S/ImportData/F${file}`),
    action('another document is opened', `/S/GoToR/F${file}/D[0/Fit]`),
    action('an embedded document is opened', '/S/GoToE/T<</R/C/N(x)>>/D[0/Fit]'),
    action('an address is opened', `/S/URI/URI${url}`),
    action('an article is followed', `/S/Thread/F${file}/D 0`),
    action('a film is shown', '/S/Movie/T(x)/Operation/Play'),
    action('a sound is played', '/S/Sound/Sound 5 0 R', { dict: '/Type/Sound/R 8000', stream: 'xxxx' }),
    { ...action('layers are switched', '/S/SetOCGState/State[/ON]'), expected: ['accepted', ...refused] },
    action('a hundred actions, one after the other', `${script}/Next[${`<<${script}>>`.repeat(100)}]`),
    {
      name: 'a script of the page',
      expected: refused,
      bytes: () => onePage({ page: `/AA<</O<<${script}>>/C<<${script}>>>>` }),
    },
    {
      name: 'a script of the document',
      expected: refused,
      bytes: () => onePage({ catalog: `/Names<</JavaScript<</Names[(x)<<${script}>>]>>>>` }),
    },
    {
      name: 'a script before printing',
      expected: refused,
      bytes: () => onePage({ catalog: `/AA<</WP<<${script}>>/DP<<${script}>>>>` }),
    },
    {
      name: 'a script spelt with escapes',
      expected: refused,
      bytes: () => onePage({ catalog: '/Open#41ction<</S/J#61vaScript/J#53(app.alert\\(1\\))>>' }),
    },
    {
      name: 'a script in a stream',
      expected: refused,
      bytes: () =>
        onePage({ catalog: '/OpenAction<</S/JavaScript/JS 5 0 R>>', more: [{ dict: '', stream: 'app.alert(1)' }] }),
    },
    annotation('a link that launches', `/Subtype/Link/A<</S/Launch/F${file}>>`),
    annotated('a link to an address', `/Subtype/Link/A<</S/URI/URI${url}>>`),
    annotated('a link to a script', `/Subtype/Link/A<</S/URI/URI(javascript:alert\\(1\\))>>`),
    annotation('a film', `/Subtype/Movie/Movie<</F${file}>>`),
    annotation('a screen', `/Subtype/Screen/A<</S/Rendition/OP 0/R<</S/MR/C<</S/MCD/D${file}>>>>>>`),
    annotation('rich media', '/Subtype/RichMedia/RichMediaContent<</Assets<</Names[(x)' + holding + ']>>>>', embedded),
    annotation('a body in space', '/Subtype/3D/3DD 5 0 R', {
      dict: '/Type/3D/Subtype/U3D/OnInstantiate 5 0 R',
      stream: 'x',
    }),
    annotation('an attached file', `/Subtype/FileAttachment/FS${holding}`, embedded),
    annotation('a sound', '/Subtype/Sound/Sound 5 0 R', { dict: '/Type/Sound/R 8000', stream: 'xxxx' }),
    annotated('a look that is missing', '/Subtype/Stamp/AP<</N 99 0 R>>'),
    annotated('a look that draws itself', '/Subtype/Stamp/AP<</N 5 0 R>>', {
      dict: '/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</A 5 0 R>>>>',
      stream: '/A Do',
    }),
    {
      name: 'an embedded program',
      expected: refused,
      bytes: () => onePage({ catalog: `/Names<</EmbeddedFiles<</Names[(x)${holding}]>>>>`, more: [embedded] }),
    },
    {
      name: 'a portfolio',
      expected: refused,
      bytes: () =>
        onePage({
          catalog: `/Collection<</View/D>>/Names<</EmbeddedFiles<</Names[(x)${holding}]>>>>`,
          more: [embedded],
        }),
    },
    {
      name: 'an associated file',
      expected: refused,
      bytes: () => onePage({ catalog: `/AF[${holding}]`, more: [embedded] }),
    },
    {
      name: 'a form of XFA',
      expected: refused,
      bytes: () =>
        onePage({
          catalog: '/AcroForm<</Fields[]/XFA 5 0 R>>/NeedsRendering true',
          more: [
            {
              dict: '',
              stream: `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><script>xfa.host.gotoURL("http://127.0.0.1:${port}/xfa")</script></xdp:xdp>`,
            },
          ],
        }),
    },
    {
      name: 'a field that calculates',
      expected: refused,
      bytes: () =>
        onePage({
          catalog: '/AcroForm<</Fields[5 0 R]/CO[5 0 R]>>',
          more: [`<</FT/Tx/T(x)/AA<</C<<${script}>>/K<<${script}>>>>>>`],
        }),
    },
    {
      name: 'a content stream kept elsewhere',
      bytes: () => onePage({ content: { dict: `/F ${file}/FFilter/FlateDecode`, stream: '' } }),
    },
    {
      name: 'a picture kept elsewhere',
      bytes: () =>
        onePage({
          page: '/Resources<</XObject<</I 5 0 R>>>>',
          content: '/I Do',
          more: [
            { dict: `/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray/F ${file}`, stream: '' },
          ],
        }),
    },
    {
      name: 'a picture with alternatives elsewhere',
      bytes: () =>
        onePage({
          page: '/Resources<</XObject<</I 5 0 R>>>>',
          content: '/I Do',
          more: [
            {
              dict: `/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/OPI<</2.0<</F ${file}>>>>`,
              stream: 'x',
            },
          ],
        }),
    },
    {
      name: 'pages drawn from another file',
      bytes: () =>
        onePage({
          page: '/Resources<</XObject<</F 5 0 R>>>>',
          content: '/F Do',
          more: [{ dict: `/Subtype/Form/BBox[0 0 99 99]/Ref<</F ${file}/Page 0>>`, stream: '' }],
        }),
    },
    {
      name: 'a passage of PostScript',
      bytes: () =>
        onePage({
          page: '/Resources<</XObject<</P 5 0 R>>>>',
          content: '/P Do',
          more: [{ dict: '/Subtype/PS', stream: '(/etc/passwd) (r) file' }],
        }),
    },
    {
      name: 'metadata with an outer entity',
      bytes: () =>
        onePage({
          catalog: '/Metadata 5 0 R',
          more: [
            {
              dict: '/Type/Metadata/Subtype/XML',
              stream: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:${port}/e">]><x>&e;</x>`,
            },
          ],
        }),
    },
    {
      name: 'colours by a profile that is noise',
      bytes: () =>
        onePage({
          page: '/Resources<</ColorSpace<</C[/ICCBased 5 0 R]>>>>',
          content: '/C cs .5 .5 .5 sc 0 0 99 99 re f',
          more: [{ dict: '/N 3', stream: 'acsp'.repeat(99) }],
        }),
    },
    { name: 'a base address for links', bytes: () => onePage({ catalog: `/URI<</Base${url}>>` }) },
    { name: 'changed after it was signed', bytes: () => changedAfterSigning() },
  ];
}

/** A signed file to which somebody added another content for the page. */
function changedAfterSigning(): Uint8Array {
  const signed = textOf(
    onePage({
      catalog: '/AcroForm<</SigFlags 3/Fields[5 0 R]>>',
      more: [
        '<</FT/Sig/T(s)/V<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 99 199 99]/Contents<00>>>>>',
      ],
    }),
  );
  const before = Number(/startxref\n(\d+)/.exec(signed)?.[1] ?? 0);
  const object = '4 0 obj\n<</Length 25>>\nstream\n0 g 50 50 300 400 re f    \nendstream\nendobj\n';
  const table = `xref\n4 1\n${String(signed.length).padStart(10, '0')} 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev ${before}>>\n`;
  return bytesOf(`${signed}${object}${table}startxref\n${signed.length + object.length}\n%%EOF\n`);
}
