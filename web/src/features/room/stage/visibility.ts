import type { RoomSession } from '../session/types';

/** Tells the session which cameras are on screen, and each change only once. */
export class VisibilityReporter {
  private readonly reported = new Map<string, boolean>();

  constructor(private readonly session: Pick<RoomSession, 'setVisible'>) {}

  report(userId: string, visible: boolean): void {
    if (this.reported.get(userId) === visible) return;
    this.reported.set(userId, visible);
    this.session.setVisible(userId, visible);
  }

  /** Forgets who has left, so that someone who comes back is reported anew. */
  keepOnly(present: ReadonlySet<string>): void {
    for (const userId of this.reported.keys()) if (!present.has(userId)) this.reported.delete(userId);
  }
}
