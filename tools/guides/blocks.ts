/** A block of code in a text for people. */
export interface Block {
  readonly language: string;
  /** What follows the language: `by hand` and `yours` are for the reader alone, `run` starts what stands above. */
  readonly remark: string;
  readonly code: string;
}

/** All blocks of code of a Markdown text, in their order. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w+)([^\n]*)\n(.*?)^```$/gms)].map(
    ([, language = '', remark = '', code = '']) => ({
      language,
      remark: remark.trim(),
      code,
    }),
  );
}

/** The code of a language that a reader would run, as one program. */
export function programOf(markdown: string, language: string): string {
  return blocksOf(markdown)
    .filter((block) => block.language === language && block.remark === '')
    .map(({ code }) => code)
    .join('\n');
}
