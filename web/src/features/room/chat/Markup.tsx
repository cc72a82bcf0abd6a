import { lexer, type Token, type Tokens } from 'marked';
import { Fragment, memo, type ReactNode } from 'react';

/**
 * A message's text with the little Markdown that a chat needs. What is not listed here, HTML before all, is shown as the
 * letters it was written with: nothing of a message ever becomes markup of its own.
 */

const DEPTH_MAX = 8;
const LINK_PROTOCOLS = ['http:', 'https:', 'mailto:'];

interface MarkupProps {
  text: string;
  /** Words to be marked wherever they stand, such as `@Ann`. */
  marked: readonly string[];
}

export const Markup = memo(function Markup({ text, marked }: MarkupProps) {
  return (
    <div className="grid min-w-0 gap-1.5 wrap-anywhere">{blocks(tokensOf(text), { marked, depth: 0 })}</div>
  );
});

interface Context {
  marked: readonly string[];
  depth: number;
}

function tokensOf(text: string): Token[] {
  try {
    return lexer(text, { gfm: true, breaks: true });
  } catch (problem) {
    // Thousands of nested quotes exhaust the stack; nobody means them.
    if (problem instanceof RangeError) return [{ type: 'unreadable', raw: text }];
    throw problem;
  }
}

function blocks(tokens: readonly Token[], context: Context): ReactNode[] {
  return tokens.map((token, index) => (
    <Fragment key={index}>{block(token as MarkedToken, context)}</Fragment>
  ));
}

/** `Token` of the library allows any type, for extensions; these are its own. */
type MarkedToken =
  | Tokens.Paragraph
  | Tokens.Text
  | Tokens.Blockquote
  | Tokens.List
  | Tokens.Code
  | Tokens.Space
  | Tokens.Strong
  | Tokens.Em
  | Tokens.Codespan
  | Tokens.Link
  | Tokens.Br
  | Tokens.Escape
  | Tokens.HTML;

function block(token: MarkedToken, context: Context): ReactNode {
  const inner = { ...context, depth: context.depth + 1 };
  if (inner.depth > DEPTH_MAX) return asWritten(token.raw);
  if (token.type === 'space') return null;
  if (token.type === 'paragraph') return <p className="whitespace-pre-wrap">{inline(token.tokens, inner)}</p>;
  if (token.type === 'text' && token.tokens) return <p>{inline(token.tokens, inner)}</p>;
  if (token.type === 'blockquote') {
    return (
      <blockquote className="border-l-3 border-control pl-3 text-muted">
        {blocks(token.tokens, inner)}
      </blockquote>
    );
  }
  if (token.type === 'list') return list(token, inner);
  if (token.type === 'code') {
    return (
      // Long lines scroll, also by keys.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      <pre tabIndex={0} className="overflow-x-auto rounded-lg bg-sunken px-3 py-2 text-sm">
        <code>{token.text}</code>
      </pre>
    );
  }
  return asWritten(token.raw);
}

function list(token: Tokens.List, context: Context): ReactNode {
  const items = token.items.map((item, index) => (
    <li key={index}>{item.task ? item.raw.replace(/^\s*[-*+]\s/, '') : blocks(item.tokens, context)}</li>
  ));
  if (!token.ordered) return <ul className="list-disc pl-5">{items}</ul>;
  return (
    <ol start={token.start === '' ? 1 : token.start} className="list-decimal pl-6">
      {items}
    </ol>
  );
}

function inline(tokens: readonly Token[], context: Context): ReactNode[] {
  return tokens.map((token, index) => (
    <Fragment key={index}>{inlineOf(token as MarkedToken, context)}</Fragment>
  ));
}

function inlineOf(token: MarkedToken, context: Context): ReactNode {
  const inner = { ...context, depth: context.depth + 1 };
  if (inner.depth > DEPTH_MAX) return token.raw;
  if (token.type === 'text' || token.type === 'escape') return withMarks(token.text, context.marked);
  if (token.type === 'strong')
    return <strong className="font-semibold">{inline(token.tokens, inner)}</strong>;
  if (token.type === 'em') return <em>{inline(token.tokens, inner)}</em>;
  if (token.type === 'codespan')
    return <code className="rounded bg-sunken px-1 py-0.5 text-[0.9em]">{token.text}</code>;
  if (token.type === 'br') return <br />;
  if (token.type === 'link') return link(token, inner);
  return token.raw;
}

function link(token: Tokens.Link, context: Context): ReactNode {
  const address = safeAddress(token.href);
  if (address === null) return token.raw;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow" className="text-accent underline">
      {inline(token.tokens, context)}
    </a>
  );
}

/** The address, or null where it leads anywhere but to a web page or a mailbox. */
export function safeAddress(address: string): string | null {
  try {
    const url = new URL(address);
    return LINK_PROTOCOLS.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Marks the longest fitting word at each place. */
function withMarks(text: string, marked: readonly string[]): ReactNode {
  const found: ReactNode[] = [];
  let rest = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const word = marked
      .filter((each) => text.startsWith(each, at))
      .reduce((longest, each) => (each.length > longest.length ? each : longest), '');
    if (word === '') continue;
    found.push(text.slice(rest, at));
    found.push(
      <mark key={at} className="rounded bg-accent-soft px-0.5 font-medium text-ink">
        {word}
      </mark>,
    );
    rest = at + word.length;
    at = rest - 1;
  }
  return found.length === 0 ? text : [...found, text.slice(rest)];
}

function asWritten(raw: string): ReactNode {
  return <p className="whitespace-pre-wrap">{raw.trimEnd()}</p>;
}
