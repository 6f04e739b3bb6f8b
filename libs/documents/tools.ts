/** The programs and fonts that documents are made with: each a path, or a name that PATH knows. */
export type DocumentTools = {
  readonly chromium: string;
  readonly qpdf: string;
  readonly pdftoppm: string;
  readonly pdftotext: string;
  readonly pdfinfo: string;
  readonly pdftocairo: string;
  /** Folder of LiberationSans-*.ttf; undefined: the system's. */
  readonly fonts: string | undefined;
};

/** Reads the tools' paths from the environment. For the edge (a process' main, a test): nothing else reads it. */
export function toolsFromEnv(env: NodeJS.ProcessEnv = process.env): DocumentTools {
  return {
    chromium: env['CHROMIUM'] ?? '/usr/lib/chromium/chromium-headless-shell',
    qpdf: env['QPDF'] ?? 'qpdf',
    pdftoppm: env['PDFTOPPM'] ?? 'pdftoppm',
    pdftotext: env['PDFTOTEXT'] ?? 'pdftotext',
    pdfinfo: env['PDFINFO'] ?? 'pdfinfo',
    pdftocairo: env['PDFTOCAIRO'] ?? 'pdftocairo',
    fonts: env['LIBERATION_FONTS'],
  };
}
