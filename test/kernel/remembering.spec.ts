import { remembering } from '../../src/kernel/remembering';

function counted(): { readonly of: (text: string) => string | undefined; readonly asked: string[] } {
  const asked: string[] = [];
  const of = (text: string): string | undefined => {
    asked.push(text);
    return text === 'none' ? undefined : `${text}!`;
  };
  return { of, asked };
}

test('what was said of a text is said again without asking, also where it was nothing', () => {
  const { of, asked } = counted();
  const remembered = remembering(of);

  expect(['a', 'none', 'a', 'none'].map(remembered)).toEqual(['a!', undefined, 'a!', undefined]);
  expect(asked).toEqual(['a', 'none']);
});

test('a sender of ever new or of long texts does not fill the memory, and is answered all the same', () => {
  const { of, asked } = counted();
  const remembered = remembering(of);
  const texts = Array.from({ length: 1_001 }, (_, at) => `text ${at}`);
  const long = 'x'.repeat(65);

  expect([...texts, long, long, texts[0] as string].map(remembered).at(-1)).toBe('text 0!');
  expect(asked.filter((text) => text === long)).toHaveLength(2);
  expect(asked.filter((text) => text === 'text 0')).toHaveLength(2);
});
