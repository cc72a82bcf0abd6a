import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';

/** A person at the page, without pauses; what CSS lets a pointer reach is for the tests in a real browser. */
export const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });

/** Enters a text at once, as a paste does: typing each letter tests nothing more. */
export async function fillIn(field: HTMLElement, text: string): Promise<void> {
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
}
