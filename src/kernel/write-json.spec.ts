import { writeJson } from './write-json';

test('a value is written as JSON.stringify writes it', () => {
  const value = { a: [1, 'b', null, true, {}], 'c"d': { e: [] } };

  expect(writeJson(value)).toBe(JSON.stringify(value));
});

test('a value that is nested too deep for that is written all the same', () => {
  const text = `{"a":[1,{"b":${'[{"c":'.repeat(50_000)}["d",[],{},null]${',"e":2}]'.repeat(50_000)}},"f"]}`;

  expect(() => JSON.stringify(JSON.parse(text))).toThrow(RangeError);
  expect(writeJson(JSON.parse(text)) === text).toBe(true);
});
