import type { ReactNode } from 'react';
import { Problem } from '../api/problem.ts';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { NotFound } from '../frame/NotFound.tsx';
import { Waiting } from './Waiting.tsx';

/** A page of one thing: waits for it, says that it is not there or why it cannot be shown, and shows it. */
export function Loaded<Data>({
  query,
  children,
}: {
  query: { data: Data | undefined; error: unknown; refetch: () => unknown };
  children: (data: Data & {}) => ReactNode;
}) {
  const { data, error, refetch } = query;
  if (data != null) return children(data);
  if (error instanceof Problem && (error.status === 404 || error.code === 'value_invalid')) return <NotFound />;
  if (error != null) return <ProblemNote error={error} retry={() => void refetch()} />;
  return <Waiting />;
}
