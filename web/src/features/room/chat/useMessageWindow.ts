import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { ChatMessage, ChatState } from './model';

/** As many are drawn at first, and this many more each time that somebody scrolls to an end of them. */
const STEP = 50;
const DRAWN_MAX = 250;
const NEAR_PX = 240;
const AT_END_PX = 48;

/**
 * Which messages are drawn: from the number `first` (null: the latest) up to `last` (null: up to the end), and up to `ahead`
 * more before them, as soon as they are there.
 */
interface Bounds {
  first: number | null;
  last: number | null;
  ahead: number;
}

const LATEST: Bounds = { first: null, last: null, ahead: 0 };

interface MessageWindow {
  shown: readonly ChatMessage[];
  /** Whether there is something before what is drawn. */
  earlier: boolean;
  atEnd: boolean;
  loading: boolean;
  scroller: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  showEarlier: () => void;
  toEnd: () => void;
  /** Draws the message and what is around it; false where it is not on this page. */
  reveal: (messageId: number) => boolean;
}

/** Draws a part of thousands of messages and keeps what is being read where it is while messages come and go around it. */
export function useMessageWindow(chat: ChatState, loadOlder: () => Promise<boolean>): MessageWindow {
  const { messages } = chat;
  const scroller = useRef<HTMLDivElement>(null);
  const anchor = useRef<{ key: string; offset: number } | null>(null);
  const [bounds, setBounds] = useState<Bounds>(LATEST);
  const [atEnd, setAtEnd] = useState(true);
  const [loading, setLoading] = useState(false);
  const { from, to } = indexes(messages, bounds);

  const showEarlier = useCallback(() => {
    setAtEnd(false);
    if (from > 0) {
      setBounds(boundsOf(messages, Math.max(0, from - STEP), to, 'last'));
    } else if (chat.more && !loading) {
      // The page that comes is drawn at once: who is at the very top already cannot scroll there any more.
      const kept = Math.min(to, from + DRAWN_MAX - STEP);
      setBounds({ ...boundsOf(messages, from, kept, 'last'), ahead: STEP });
      setLoading(true);
      void loadOlder().finally(() => setLoading(false));
    }
  }, [messages, from, to, chat.more, loading, loadOlder]);

  const showLater = useCallback(() => {
    if (to < messages.length)
      setBounds(boundsOf(messages, from, Math.min(messages.length, to + STEP), 'first'));
  }, [messages, from, to]);

  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const below = box.scrollHeight - box.scrollTop - box.clientHeight;
    anchor.current = anchorIn(box);
    setAtEnd(bounds.last === null && below < AT_END_PX);
    if (box.scrollTop < NEAR_PX && box.scrollHeight > box.clientHeight) showEarlier();
    else if (below < NEAR_PX) showLater();
  }, [bounds.last, showEarlier, showLater]);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    if (atEnd && bounds.last === null) {
      box.scrollTop = box.scrollHeight;
      return;
    }
    const { key, offset } = anchor.current ?? { key: '', offset: 0 };
    const element = box.querySelector<HTMLElement>(`[data-key="${key}"]`);
    if (element) box.scrollTop = element.offsetTop - offset;
  }, [messages, from, to, atEnd, bounds.last]);

  // The panel's height changes with the field below it.
  useEffect(() => {
    const box = scroller.current;
    if (!box || !atEnd) return;
    const observer = new ResizeObserver(() => {
      box.scrollTop = box.scrollHeight;
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [atEnd]);

  return {
    shown: messages.slice(from, to),
    earlier: from > 0 || chat.more,
    atEnd: atEnd && bounds.last === null,
    loading,
    scroller,
    onScroll,
    showEarlier,
    toEnd: () => {
      setBounds(LATEST);
      setAtEnd(true);
    },
    reveal: (messageId) => {
      const index = messages.findIndex((message) => message.messageId === messageId);
      if (index < 0) return false;
      if (index < from || index >= to) {
        const start = Math.max(0, index - STEP);
        setBounds(boundsOf(messages, start, Math.min(messages.length, index + STEP), 'last'));
      }
      setAtEnd(false);
      return true;
    },
  };
}

function indexes(
  messages: readonly ChatMessage[],
  { first, last, ahead }: Bounds,
): { from: number; to: number } {
  const after =
    last === null ? -1 : messages.findIndex(({ messageId }) => messageId === 0 || messageId > last);
  const to = after < 0 ? messages.length : after;
  const found =
    first === null ? to - STEP : messages.findIndex(({ messageId }) => messageId >= first) - ahead;
  return { from: Math.max(0, found), to };
}

/** Bounds of these indexes; what exceeds the limit is cut at the given side. */
function boundsOf(messages: readonly ChatMessage[], from: number, to: number, cut: 'first' | 'last'): Bounds {
  const end = cut === 'last' ? Math.min(to, from + DRAWN_MAX) : to;
  const start = cut === 'first' ? Math.max(from, end - DRAWN_MAX) : from;
  return {
    first: messages[start]?.messageId ?? null,
    last: end >= messages.length ? null : (messages[end - 1]?.messageId ?? null),
    ahead: 0,
  };
}

/** The first message that is in view, and how far from the upper edge. */
function anchorIn(box: HTMLElement): { key: string; offset: number } | null {
  for (const element of box.querySelectorAll<HTMLElement>('[data-key]')) {
    if (element.offsetTop + element.offsetHeight > box.scrollTop)
      return { key: element.dataset.key ?? '', offset: element.offsetTop - box.scrollTop };
  }
  return null;
}
