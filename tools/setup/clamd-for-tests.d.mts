/** A clamd to run: the system's, or one that is unpacked under .local when it is first asked for. */
export function clamdForTests(): Promise<{ program: string; env: Record<string, string> }>;
