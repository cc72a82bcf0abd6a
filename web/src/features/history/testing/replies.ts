import type { SessionRecord } from '@/api/history';

/** A record as the server sends it. */
export function replyOf({
  standup,
  tasksDone,
  tasksBooked,
  chat,
  chatMore,
  ...record
}: SessionRecord): object {
  return {
    ...record,
    standup: { answers: standup },
    tasks: { done: tasksDone, booked: tasksBooked },
    chat: { messages: chat, more: chatMore },
  };
}
