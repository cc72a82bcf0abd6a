import { ApiError } from './http';

/**
 * Fetches a file and hands it to the browser to save, under the name that the server gives it.
 *
 * @param onProgress takes how many bytes have come so far
 */
export async function download(
  path: string,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(path, { signal });
  if (!response.ok) throw new ApiError(response.status, response.statusText);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    parts.push(read.value);
    bytes += read.value.byteLength;
    onProgress(bytes);
  }
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  save(new Blob(parts, { type }), fileName(response.headers.get('content-disposition')));
}

/** The quoted or plain file name of a `Content-Disposition` (RFC 6266). */
export function fileName(disposition: string | null): string {
  const [, quoted, plain] = /filename="([^"]*)"|filename=([^;\s]+)/.exec(disposition ?? '') ?? [];
  return quoted ?? plain ?? 'focusly';
}

/** Long enough for a browser to begin saving. */
const savedMillis = 60_000;

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), savedMillis);
}
