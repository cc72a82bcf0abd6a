import { QuietFocus } from './quiet/QuietFocus';
import { RoomTitle } from './RoomTitle';
import { PhaseSignals } from './signals/PhaseSignals';

/** What the timer does in a room whether or not its panel is open. */
export function RoomTimer() {
  return (
    <>
      <RoomTitle />
      <PhaseSignals />
      <QuietFocus />
    </>
  );
}
