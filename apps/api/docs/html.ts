/** Text as it stands in HTML. */
export const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** Escaped text in which `code` is set as code and an empty line begins a paragraph. */
export const prose = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escape(paragraph).replace(/`([^`]+)`/g, '<code>$1</code>')}</p>`)
    .join('');

const style = `
:root{--ink:#1c1d22;--quiet:#62656e;--line:#e3e1da;--paper:#fbfaf7;--card:#fff;--blue:#1f4fa3;--green:#1f7a4d;--amber:#9a6400;--red:#a8323a;--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6e0;--quiet:#a2a5ad;--line:#35373d;--paper:#17181b;--card:#1e2024;--blue:#8db4ff;--green:#74d3a2;--amber:#e6b75c;--red:#f0949a}}
*{box-sizing:border-box}html{scroll-behavior:smooth;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
a{color:var(--blue);text-decoration:none}a:hover,a:focus{text-decoration:underline}code,pre,kbd{font-family:var(--mono);font-size:.9em}
.page{display:grid;grid-template-columns:17rem minmax(0,1fr);max-width:84rem;margin:0 auto}
nav{position:sticky;top:0;align-self:start;height:100vh;overflow-y:auto;padding:1.6rem 1rem 3rem 1.4rem;border-right:1px solid var(--line);font-size:13.5px}
nav h2{font-size:12px;letter-spacing:.04em;margin:1.3rem 0 .25rem;color:var(--quiet);font-weight:600}nav ul{list-style:none;margin:0;padding:0}nav li a{overflow-wrap:anywhere;display:flex;gap:.5rem;padding:.12rem 0;color:var(--ink)}
main{padding:1.8rem 2.4rem 6rem;min-width:0}h1{font-size:2rem;line-height:1.2;margin:.2rem 0 .6rem;letter-spacing:-.01em}h2.tag{font-size:1.35rem;margin:3rem 0 .4rem;padding-bottom:.4rem;border-bottom:2px solid var(--ink)}
.lead{color:var(--quiet);max-width:46rem}section.route{margin:1.6rem 0;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.3rem}
section.route>h3{margin:0 0 .2rem;font-size:1.02rem;font-weight:600}.path{font-family:var(--mono);font-size:.95rem;display:flex;gap:.7rem;align-items:baseline;flex-wrap:wrap;margin-bottom:.5rem}
.m{font:700 11px/1 var(--mono);padding:.28rem .45rem;border-radius:5px;border:1px solid currentColor}.GET{color:var(--green)}.POST{color:var(--blue)}.PATCH{color:var(--amber)}.DELETE{color:var(--red)}
nav .m{border:0;padding:0;width:3.1rem;flex:none;line-height:1.7}.who{color:var(--quiet);font-size:13px;margin:.1rem 0 .6rem}
h4{font-size:12.5px;margin:1rem 0 .3rem;color:var(--quiet);font-weight:600}
table{border-collapse:collapse;width:100%;font-size:13.8px}td{padding:.3rem .6rem .3rem 0;border-top:1px solid var(--line);vertical-align:top}td:first-child{font-family:var(--mono);font-size:12.8px;white-space:nowrap;width:1%}
td .type{color:var(--quiet)}.req{color:var(--red)}details{margin:.2rem 0}details>table{margin:.25rem 0 .4rem .1rem;border-left:2px solid var(--line)}details>table td:first-child{padding-left:.8rem}summary{cursor:pointer;color:var(--blue)}
pre{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:1rem;overflow:auto}.codes a{margin-right:.7rem;font-family:var(--mono);font-size:12.8px;white-space:nowrap}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1.4rem;max-width:50rem}dt{color:var(--quiet)}dd{margin:0}dd p{margin:0}
@media(max-width:56rem){.page{display:block}nav{position:static;height:auto;border:0;border-bottom:1px solid var(--line)}main{padding:1.4rem 1.1rem 4rem}}
`;

/** A page that needs nothing but itself. */
export const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title><style>${style}</style></head><body>${body}</body></html>`;
