export const documentProblems = {} as const;
