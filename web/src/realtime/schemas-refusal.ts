import { z } from '@/shared/schema';

/** What every answer may be instead of what was asked for. */
export const refusalSchema = z.object({
  ok: z.literal(false),
  code: z.string(),
  message: z.string().catch(''),
  path: z.string().optional(),
});

export type Refusal = z.infer<typeof refusalSchema>;
