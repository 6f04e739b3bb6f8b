export const floorProblems = {} as const;
