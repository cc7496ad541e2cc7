/** The fields of a form as a browser posts them (`application/x-www-form-urlencoded`); one given several times is a list. */
export function parseForm(text: string): Readonly<Record<string, string | string[]>> {
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of new URLSearchParams(text)) {
    const before = fields[name];
    fields[name] = before === undefined ? value : [...[before].flat(), value];
  }
  return fields;
}
