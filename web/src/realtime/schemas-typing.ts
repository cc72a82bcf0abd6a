import { z } from '@/shared/schema';

/** Somebody writes, or has stopped. Nothing of it lasts. */
export const typingSchema = z.object({
  memberId: z.string().min(1).max(256),
  where: z.enum(['chat', 'task']),
  id: z.string().max(256).optional(),
  on: z.boolean(),
});

export type Typing = z.infer<typeof typingSchema>;
