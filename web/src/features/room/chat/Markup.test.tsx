import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Markup, safeAddress } from './Markup';

const draw = (text: string, marked: string[] = []): HTMLElement =>
  render(<Markup text={text} marked={marked} />).container;

describe('a message’s text', () => {
  it('has a little Markdown', () => {
    const drawn = draw(
      '**bold** and *italic* and `a <b>`\n\n> quoted\n\n- one\n- two\n\n3. three\n\n```js\nlet a = "<b>";\n```',
    );
    expect(drawn.querySelector('strong')).toHaveTextContent('bold');
    expect(drawn.querySelector('em')).toHaveTextContent('italic');
    expect(drawn.querySelector('p code')).toHaveTextContent('a <b>');
    expect(drawn.querySelector('blockquote')).toHaveTextContent('quoted');
    expect([...drawn.querySelectorAll('ul li')].map((item) => item.textContent)).toEqual(['one', 'two']);
    expect(drawn.querySelector('ol')).toHaveAttribute('start', '3');
    expect(drawn.querySelector('pre')).toHaveTextContent('let a = "<b>";');
  });

  it('keeps line breaks', () => {
    expect(draw('one\ntwo').querySelectorAll('br')).toHaveLength(1);
  });

  it.each([
    ['https://example.org/a?b=1&c=2', 'https://example.org/a?b=1&c=2'],
    ['[words](http://example.org)', 'http://example.org/'],
    ['write to ann@example.org', 'mailto:ann@example.org'],
    ['www.example.org', 'http://www.example.org/'],
  ])('links %s', (text, address) => {
    const link = draw(text).querySelector('a');
    expect(link).toHaveAttribute('href', address);
    expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'));
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<iframe src="https://example.org"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<style>*{display:none}</style>',
    '<svg onload=alert(1)>',
    '<!-- hidden -->',
    '![x](https://example.org/track.png)',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:x)',
    '[x](file:///etc/passwd)',
    '[x](//example.org)',
    '[x](&#106;avascript:alert(1))',
    '[x]: javascript:alert(1)\n\n[x]',
    '<javascript:alert(1)>',
  ])('makes nothing of %s', (text) => {
    const drawn = draw(text);
    const tags = new Set([...drawn.querySelectorAll('*')].map(({ tagName }) => tagName));
    for (const tag of tags) expect(['DIV', 'P', 'BR']).toContain(tag);
    expect(drawn.textContent).not.toBe('');
  });

  it('shows everything else as it was written', () => {
    const drawn = draw('# head\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\n- [ ] todo\n\n&lt;b&gt; \\*');
    expect(drawn.querySelectorAll('h1, table, hr, input')).toHaveLength(0);
    for (const part of ['# head', '|---|---|', '---', '[ ] todo', '&lt;b&gt; *'])
      expect(drawn.textContent).toContain(part);
  });

  it.each(['>', '> - ', '[', '*a ', '`', '<', '![[', '\\[', '**a *', 'http://', '|-'])(
    'comes through four thousand characters of %s',
    (part) => {
      const text = part.repeat(Math.floor(4_000 / part.length));
      expect(draw(text).querySelectorAll('*').length).toBeLessThan(4_000);
    },
  );

  it('marks who is mentioned, the longest name that fits', () => {
    const drawn = draw('@Ann Lee and **@Ann** and @Bob', ['@Ann', '@Ann Lee']);
    expect([...drawn.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['@Ann Lee', '@Ann']);
    expect(drawn).toHaveTextContent('@Ann Lee and @Ann and @Bob');
  });

  it('marks nothing in code or addresses', () => {
    expect(draw('`@Ann` https://x.org/@Ann', ['@Ann']).querySelectorAll('code mark')).toHaveLength(0);
  });
});

it('leads to web pages and mailboxes alone', () => {
  expect(safeAddress('https://a.org')).toBe('https://a.org/');
  expect(safeAddress(' javascript:alert(1)')).toBeNull();
  expect(safeAddress('relative')).toBeNull();
});
