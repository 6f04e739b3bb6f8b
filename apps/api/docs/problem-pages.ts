import type { ProblemPage } from '../problems/table.ts';
import { escape, page, prose } from './html.ts';

/** All problem codes on a page. */
export function problemIndex(problems: ReadonlyMap<string, ProblemPage>): string {
  const rows = [...problems]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(
      ([code, { status, title }]) =>
        `<tr><td><a href="/problems/${code}">${code}</a></td><td><span class="type">${status}</span> ${escape(title)}</td></tr>`,
    );
  return page(
    'Pli: errors',
    `<main><p><a href="/docs">The API</a></p><h1>Errors</h1><p class="lead">The stable codes of problem+json answers, as <code>code</code> or in an item of <code>errors</code>.</p><table>${rows.join('')}</table></main>`,
  );
}

/** The page of one code. */
export function problemPage(code: string, { status, title, means, mend }: ProblemPage): string {
  return page(
    `Pli: ${code}`,
    `<main><p><a href="/problems">Errors</a></p><h1>${escape(title)}</h1><dl><dt>code</dt><dd><code>${escape(code)}</code></dd><dt>status</dt><dd>${status}</dd><dt>what it means</dt><dd>${prose(means)}</dd><dt>how to mend it</dt><dd>${prose(mend)}</dd></dl></main>`,
  );
}
