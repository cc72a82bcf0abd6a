/** What the codes of a join's refusals, and of the notices that end a wait or a visit, ask of us. */

const FINAL = [
  'invalid-payload',
  'invalid-room-id',
  'invalid-user-id',
  'name-too-long',
  'unsupported-protocol',
  'banned',
  'room-locked',
  'too-many-waiting',
];
/** Final at the first join; at a rejoin our own former connection may still be counted, so then we ask again. */
const FINAL_AT_FIRST = ['room-full', 'too-many-connections'];
/** Said of the owner key, not of the visit. */
const OF_OWNER_KEY = ['invalid-owner-key', 'too-many-owners', 'not-permitted'];
const ENDS_VISIT = ['removed', 'banned'];
const ENDS_WAIT = ['entry-refused', 'room-locked', 'banned'];

export type AfterRefusal = 'again' | 'without-owner-key' | 'wait' | 'end';

export function afterRefusal(
  code: string,
  { withOwnerKey, everJoined }: { withOwnerKey: boolean; everJoined: boolean },
): AfterRefusal {
  if (withOwnerKey && OF_OWNER_KEY.includes(code)) return 'without-owner-key';
  if (code === 'waiting-for-admission') return 'wait';
  return FINAL.includes(code) || (!everJoined && FINAL_AT_FIRST.includes(code)) ? 'end' : 'again';
}

export type AfterNotice = 'join' | 'end' | 'tell';

/** @param waiting whether we wait at the door, and so are not in the room */
export function afterNotice(code: string, waiting: boolean): AfterNotice {
  if (waiting && code === 'admitted') return 'join';
  return (waiting ? ENDS_WAIT : ENDS_VISIT).includes(code) ? 'end' : 'tell';
}
