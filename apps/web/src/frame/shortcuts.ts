import { useEffect, useRef } from 'react';

/** What the keyboard does where no field has the focus. */
export const shortcutWords: readonly (readonly [key: string, meaning: string])[] = [
  ['/', 'Search by pseudonym or case number'],
  ['j', 'Next alert'],
  ['k', 'Previous alert'],
  ['Enter', 'Open the alert'],
  ['x', 'Select the alert for a bulk action'],
  ['e', 'Acknowledge'],
  ['a', 'Assign'],
  ['s', 'Snooze'],
  ['?', 'This list'],
];

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/**
 * Binds single keys while the caller is mounted. Keys pressed in a field, in a dialog or with Ctrl, Alt or Meta are left alone, so that
 * neither typing nor the browser's own shortcuts are disturbed.
 */
export function useShortcuts(bindings: Readonly<Record<string, () => void>>): void {
  const current = useRef(bindings);
  useEffect(() => {
    current.current = bindings;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const action = current.current[event.key];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
