import type { Bench } from './measure.ts';
export const transitions: Bench = async () => [];
