/** Where in a template a fault lies, as the server's sentence tells it (`line:3, col:5`). */
export function faultPlace(detail: string | undefined): { line: number; column: number } | undefined {
  const [, line, column] = /line:(\d+), col:(\d+)/.exec(detail ?? '') ?? [];
  return line === undefined ? undefined : { line: Number(line), column: Number(column) };
}
