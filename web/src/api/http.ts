import { z, type ZodType } from '@/shared/schema';

/** RFC 9457, as far as the pages need it. */
const problemSchema = z.object({ title: z.string().optional(), detail: z.string().optional() });

/** A reply that is not the one asked for: a refusal of the server, or no understandable answer. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

export async function requestJson<T>(path: string, schema: ZodType<T>, init?: RequestInit): Promise<T> {
  const { status, body } = await request(path, init);
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new ApiError(status, `unexpected reply from ${path}`);
  return parsed.data;
}

/** For what is answered without a body. */
export async function requestNothing(path: string, init?: RequestInit): Promise<void> {
  await request(path, init);
}

async function request(path: string, init?: RequestInit): Promise<{ status: number; body: unknown }> {
  const headers = {
    accept: 'application/json',
    ...(init?.body !== undefined && { 'content-type': 'application/json' }),
  };
  const response = await fetch(path, { ...init, headers });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const problem = problemSchema.safeParse(body);
    throw new ApiError(response.status, problem.data?.detail ?? problem.data?.title ?? response.statusText);
  }
  return { status: response.status, body };
}
