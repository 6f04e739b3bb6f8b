/** The words of another language: the same keys, each a text. A key that is missing or too many does not compile. */
export type WordsOf<French> = {
  readonly [Key in keyof French]: French[Key] extends string ? string : WordsOf<French[Key]>;
};
