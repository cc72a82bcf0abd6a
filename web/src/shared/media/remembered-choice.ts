import { z } from '../schema';
import { readStored, writeStored } from '../storage';

const key = 'focusly.media-choice';
const schema = z.object({ mic: z.boolean(), camera: z.boolean() });

type MediaChoice = z.infer<typeof schema>;

/** What was on in the lobby the last time; at first both. */
export function rememberedMediaChoice(): MediaChoice {
  return readStored(key, schema, { mic: true, camera: true });
}

/** A device that is off because it has a problem was not chosen to be off: only what was switched is told. */
export function rememberMediaChoice(switched: Partial<MediaChoice>): void {
  writeStored(key, { ...rememberedMediaChoice(), ...switched });
}
