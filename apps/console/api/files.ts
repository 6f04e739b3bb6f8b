import { asProblem, Problem } from './problem.ts';

/** Bytes of the API that are not JSON (a PDF, a picture). Throws `Problem`. */
export async function bytesOf(path: string, init: { accept?: string; signal?: AbortSignal } = {}): Promise<Blob> {
  const response = await fetch(path, {
    credentials: 'same-origin',
    headers: { 'Pli-Console': '1', Accept: init.accept ?? '*/*' },
    ...(init.signal && { signal: init.signal }),
  }).catch((error: unknown) => {
    throw init.signal?.aborted ? error : Problem.unreachable(error);
  });
  if (!response.ok) throw await asProblem(response);
  return response.blob();
}

/** Fetches a file and hands it to the browser under a name. The page stays; a refusal is thrown as `Problem`. */
export async function download(path: string, name: string, accept?: string): Promise<void> {
  const blob = await bytesOf(path, accept === undefined ? {} : { accept });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export interface Upload {
  readonly path: string;
  readonly method?: 'POST' | 'PUT' | 'PATCH';
  readonly body: Blob;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Told with the share that has gone out, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Sends bytes and tells how far it is. Gives the JSON answer; throws `Problem`. */
export function upload<Answer>(file: Upload): Promise<Answer> {
  const { path, method = 'POST', body, type, headers = {}, onProgress, signal } = file;
  return new Promise((resolve, reject) => {
    // fetch tells nothing of what went out so far.
    const request = new XMLHttpRequest();
    request.open(method, path);
    for (const [name, value] of Object.entries({ ...headers, 'Content-Type': type, 'Pli-Console': '1' }))
      request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      const answer = new Response(request.responseText, { status: request.status, statusText: request.statusText });
      if (answer.ok) resolve(JSON.parse(request.responseText) as Answer);
      else void asProblem(answer).then(reject);
    };
    request.onerror = () => reject(Problem.unreachable(undefined));
    request.onabort = () => reject(new DOMException('given up', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}
