// The one way to the server: same origin, JSON, errors as `ApiError` with the server's own words.

const kRoot = '/api/v1';

export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export type Query = URLSearchParams | Record<string, string> | undefined;

export function apiPath(path: string, query?: Query): string {
  const text = query ? new URLSearchParams(query).toString() : '';
  return `${kRoot}${path}${text ? `?${text}` : ''}`;
}

export async function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return answer<T>(await send(apiPath(path, query), { signal: signal ?? null }));
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  return answer<T>(
    await send(apiPath(path), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Sitrep': '1' },
      body: JSON.stringify(body),
    }),
  );
}

/** A header may hold ASCII only, so a file's name goes percent-encoded. */
export async function postFile<T>(path: string, file: File): Promise<T> {
  return answer<T>(
    await send(apiPath(path), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/octet-stream',
        'X-Sitrep': '1',
        'X-File-Name': encodeURIComponent(file.name),
      },
      body: file,
    }),
  );
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, 'The server does not answer. Is “sitrep serve” still running?');
  }
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  throw new ApiError(response.status, await reason(response));
}

async function reason(response: Response): Promise<string> {
  try {
    const body: unknown = await response.json();
    if (body && typeof body === 'object' && 'error' in body) return String(body.error);
  } catch {
    // Not JSON: the status has to do.
  }
  return `The server answered ${response.status}.`;
}

export function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
