import { z } from '@/shared/schema';
import { refusalSchema } from './schemas-refusal';

/** Notes as the server tells of them: by name in the room's log, and what is written in them as Yjs updates. */

const NOTES_MAX = 100;
const MEMBERS_MAX = 1_000;

const noteId = z.number().int().positive();
const memberId = z.string().min(1).max(256);
const title = z.string().max(1_000);
const bytes = z
  .custom<ArrayBuffer | Uint8Array>((value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value))
  .transform((value) => new Uint8Array(value as ArrayBuffer));

const noteSchema = z.object({
  noteId,
  title,
  by: z.string().max(256),
  at: z.number().nonnegative(),
});

export const notesViewSchema = z.object({ notes: z.array(noteSchema).max(NOTES_MAX) });

/** What a later event overwrote carries less than it once did. */
export const noteBodies = [
  z.object({ type: z.literal('note-added'), title: title.catch('') }),
  z.object({ type: z.literal('note-renamed'), noteId, title: title.optional() }),
  z.object({ type: z.literal('note-removed'), noteId }),
] as const;

export const noteMessageSchema = z.object({ noteId, memberId, update: bytes });

export const noteMembersSchema = z.object({ noteId, members: z.array(memberId).max(MEMBERS_MAX) });

export const noteSyncSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    update: bytes,
    stateVector: bytes,
    full: z.boolean(),
    parts: z.number().int().min(1).max(1_000).default(1),
    uploadId: z.string().max(64).optional(),
  }),
  refusalSchema,
]);

export const notePartSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), update: bytes }),
  refusalSchema,
]);

export const noteWhoSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), notes: z.array(noteMembersSchema).max(NOTES_MAX) }),
  refusalSchema,
]);

export type NoteView = z.infer<typeof noteSchema>;
export type NotesView = z.infer<typeof notesViewSchema>;
export type NoteMessage = z.infer<typeof noteMessageSchema>;
export type NoteMembers = z.infer<typeof noteMembersSchema>;
