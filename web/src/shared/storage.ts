import type { ZodType } from './schema';

/** Reads a value this browser keeps for us; the fallback stands in for absent, broken or forbidden storage. */
export function readStored<T>(key: string, schema: ZodType<T>, fallback: T): T {
  try {
    const text = localStorage.getItem(key);
    if (text === null) return fallback;
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : fallback;
  } catch {
    return fallback;
  }
}

/** What says how the page looks and speaks tells nothing of who looks at it. */
const IMPERSONAL = new Set(['focusly.theme', 'focusly.language']);

/** Forgets all that this browser, and this tab, keep of a person. */
export function clearStored(): void {
  for (const storage of [() => localStorage, () => sessionStorage]) {
    try {
      const kept = storage();
      for (const key of Object.keys(kept))
        if (key.startsWith('focusly.') && !IMPERSONAL.has(key)) kept.removeItem(key);
    } catch {
      continue;
    }
  }
}

/** Forgetting is better than failing: a full or forbidden storage is not worth an error to the person. */
export function writeStored(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}
