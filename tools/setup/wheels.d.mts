/** Python programs that only tests and `npm run fuzz` use, installed when first asked for: what to run Python modules with. */
export function pythonForTests(): Promise<{ python: string; env: Record<string, string> }>;
