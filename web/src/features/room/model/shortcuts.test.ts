import { describe, expect, it } from 'vitest';
import { shortcutFor, type KeyPress } from './shortcuts';

function press(key: string, differences: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    defaultPrevented: false,
    target: document.body,
    ...differences,
  };
}

function inside(html: string): Element {
  const outer = document.createElement('div');
  outer.innerHTML = html;
  return outer.querySelector('.here') ?? outer;
}

describe('shortcutFor', () => {
  it.each([
    ['m', 'microphone'],
    ['M', 'microphone'],
    ['v', 'camera'],
    ['s', 'screen'],
    ['h', 'hand'],
    ['p', 'people'],
    ['b', 'tasks'],
    ['w', 'notes'],
    ['t', 'timer'],
    ['k', 'timerRun'],
    ['?', 'help'],
  ])('reads %j as %s', (key, action) => {
    expect(shortcutFor(press(key))).toBe(action);
  });

  it('knows the keys of other meeting apps', () => {
    expect(shortcutFor(press('d', { ctrlKey: true }))).toBe('microphone');
    expect(shortcutFor(press('e', { metaKey: true }))).toBe('camera');
  });

  it.each([
    ['d', {}],
    ['m', { ctrlKey: true }],
    ['p', { metaKey: true }],
    ['m', { altKey: true }],
    ['m', { repeat: true }],
    ['m', { defaultPrevented: true }],
    ['x', {}],
  ])('leaves %j with %j to the browser', (key, differences) => {
    expect(shortcutFor(press(key, differences))).toBeNull();
  });

  it.each([
    '<input class="here">',
    '<textarea class="here"></textarea>',
    '<div contenteditable="true"><b class="here"></b></div>',
    '<div role="menu"><div class="here"></div></div>',
    '<button role="combobox" class="here"></button>',
  ])('does nothing where letters have a meaning: %s', (html) => {
    expect(shortcutFor(press('m', { target: inside(html) }))).toBeNull();
  });
});
