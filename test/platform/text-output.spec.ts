import { Writable } from 'node:stream';
import { LineBytes } from '../../src/operations/evaluation/line-bytes';
import { TextOutput } from '../../src/platform/ndjson/text-output';

test('text and bytes come out in the order they were written in', async () => {
  const out: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      out.push(chunk);
      done();
    },
  });
  const output = new TextOutput(stream, 'a file');
  for (const written of ['æ', Buffer.from('ø\n'), new Uint8Array(0), 'å', 'a', Buffer.from('b')]) output.write(written);
  await output.end();

  expect(Buffer.concat(out).toString()).toBe('æø\nåab');
});

test('lines as bytes are the same whatever they hold and however little room was thought of, and are taken once', () => {
  const texts = ['a', 'æ', '≥ 8', '😀', '\ud800', 'x'.repeat(50)];
  const lines = new LineBytes(4);
  for (const text of texts) lines.addText(text);
  lines.add(Buffer.from('end'));

  expect(Buffer.from(lines.take()).toString()).toBe(Buffer.from(`${texts.join('')}end`).toString());
  expect(lines.take()).toHaveLength(0);
});
