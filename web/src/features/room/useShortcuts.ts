import { useEffect } from 'react';
import { shortcutFor } from './model/shortcuts';
import type { RoomActions } from './room-actions';

export function useShortcuts(actions: RoomActions): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const action = shortcutFor(event);
      if (!action) return;
      event.preventDefault();
      actions[action]();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [actions]);
}
