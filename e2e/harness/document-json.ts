import * as Y from 'yjs';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** What stands in a document, in the shape in which the Java module's tests write it. */
export function documentJson(document: Y.Doc): Json {
  return {
    default: typeJson(document.getXmlFragment('default')),
    text: typeJson(document.getText('text')),
    map: typeJson(document.getMap('map')),
    array: typeJson(document.getArray('array')),
  };
}

function typeJson(type: unknown): Json {
  if (type instanceof Y.XmlElement) {
    const attributes = object(type.getAttributes() as Record<string, unknown>);
    return { name: type.nodeName, attributes, children: type.toArray().map(entryJson) };
  }
  if (type instanceof Y.XmlFragment || type instanceof Y.Array) return type.toArray().map(entryJson);
  if (type instanceof Y.Map) return object(Object.fromEntries(type.entries()));
  if (type instanceof Y.Text) return { attributes: object(type.getAttributes()), runs: runs(type) };
  throw new Error(`a type of an unknown kind: ${String(type)}`);
}

/** A format that changes nothing cuts a run in Yjs, but not for us. */
function runs(text: Y.Text): Json[] {
  const joined: { insert: Json; marks: Json }[] = [];
  for (const { insert, attributes = {} } of text.toDelta() as { insert: unknown; attributes?: object }[]) {
    const marks = object(attributes as Record<string, unknown>);
    const last = joined.at(-1);
    const follows = typeof insert === 'string' && typeof last?.insert === 'string';
    if (last !== undefined && follows && sorted(last.marks) === sorted(marks))
      last.insert = `${String(last.insert)}${insert}`;
    else joined.push({ insert: typeof insert === 'string' ? insert : { $embed: entryJson(insert) }, marks });
  }
  return joined;
}

function entryJson(entry: unknown): Json {
  if (entry === undefined) return { $undefined: 1 };
  if (typeof entry === 'bigint') return { $bigint: String(entry) };
  if (entry instanceof Uint8Array) return { $bytes: Buffer.from(entry).toString('hex') };
  if (entry instanceof Y.Doc) return { $document: entry.guid };
  if (entry instanceof Y.AbstractType) return typeJson(entry);
  if (Array.isArray(entry)) return entry.map(entryJson);
  if (entry !== null && typeof entry === 'object') return object(entry as Record<string, unknown>);
  return entry as Json;
}

function object(fields: Record<string, unknown>): Record<string, Json> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, entryJson(value)]));
}

function sorted(json: Json): string {
  return JSON.stringify(json, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
