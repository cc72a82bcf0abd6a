import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

interface GrowingField {
  field: RefObject<HTMLTextAreaElement | null>;
  /** Where the caret is to be once the next text is there; the field takes the focus. */
  putCaret: (at: number) => void;
}

/**
 * A field as tall as its text, up to what its style allows. What one begins to write, `kind`, brings the focus; at first
 * only where no keyboard would rise on the screen.
 */
export function useGrowingField(text: string, kind: 'message' | 'reply' | 'edit'): GrowingField {
  const field = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
    if (caret.current !== null) {
      element.focus();
      element.setSelectionRange(caret.current, caret.current);
    }
    caret.current = null;
  }, [text]);

  useEffect(() => {
    const element = field.current;
    if (!element || (kind === 'message' && matchMedia('(pointer: coarse)').matches)) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [kind]);

  const putCaret = useCallback((at: number) => {
    caret.current = at;
  }, []);
  return { field, putCaret };
}
