// Finishes dist/ for the server: adds the Socket.IO client that front ends load from it, compressed
// copies of what pays, and files.txt, the list by which the server knows its files.
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = join(import.meta.dirname, 'dist');
const client = join(import.meta.dirname, 'node_modules', 'socket.io-client', 'dist');
const COMPRESSIBLE = /\.(html|js|css|svg|json|webmanifest|map|txt)$/;
const LEAST_BYTES = 1024;

mkdirSync(join(dist, 'socket.io'), { recursive: true });
for (const name of readdirSync(client)) {
  if (/^socket\.io(\.min|\.esm\.min|\.msgpack\.min)?\.js(\.map)?$/.test(name)) {
    cpSync(join(client, name), join(dist, 'socket.io', name));
  }
}

const names = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name) && entry.name !== 'files.txt')
  .map((entry) => join(entry.parentPath, entry.name));
const listed = [];
for (const path of names) {
  const name = relative(dist, path).split(sep).join('/');
  listed.push(name);
  if (COMPRESSIBLE.test(name) && statSync(path).size >= LEAST_BYTES) {
    const content = readFileSync(path);
    const brotli = brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    });
    writeFileSync(`${path}.br`, brotli);
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    listed.push(`${name}.br`, `${name}.gz`);
  }
}
writeFileSync(join(dist, 'files.txt'), listed.sort().join('\n') + '\n');
