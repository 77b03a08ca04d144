// Packs the built page ahead, as browsers unpack it: beside each file of text its .br and .gz, where they are smaller.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = process.env.PAGE_OUT ?? 'dist';
for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!file.isFile() || !/\.(css|html|js|json|svg|txt|webmanifest)$/.test(file.name)) {
    continue;
  }

  const path = join(file.parentPath ?? file.path, file.name);
  const plain = readFileSync(path);
  for (const [extension, packed] of [
    ['.br', brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } })],
    ['.gz', gzipSync(plain, { level: 9 })],
  ]) {
    if (packed.length < plain.length) {
      writeFileSync(path + extension, packed);
    }
  }
}
