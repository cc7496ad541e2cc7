import { SaxesParser, type SaxesTagNS } from 'saxes';
import { XmlFault, type IsGathered, type NoXml, type XmlBounds, type XmlElement, type XmlPart } from './xml-element';
import { xmlText } from './xml-text';

/** An element while it is read. */
interface Growing extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/**
 * An XML file part by part. One element that is gathered is held at a time; nothing is fetched or expanded, and a
 * document type is refused. Throws `XmlFault` where the file is not well-formed, cut off or beyond the bounds, and
 * `FileError` where it cannot be read.
 */
export async function* readXml(file: string, isGathered: IsGathered, bounds: XmlBounds): AsyncGenerator<XmlPart[]> {
  const gatherer = new Gatherer(isGathered, bounds);
  for await (const text of xmlText(file)) {
    gatherer.write(text);
    const parts = gatherer.take();
    if (parts.length > 0) yield parts;
  }
  gatherer.end();
  yield gatherer.take();
}

class Gatherer {
  private readonly parser = new SaxesParser<{ xmlns: true }>({ xmlns: true });
  private readonly outer: { readonly name: string; readonly namespace: string }[] = [];
  private readonly inner: Growing[] = [];
  private parts: XmlPart[] = [];
  private elements = 0;
  private characters = 0;
  /** Characters given since something was told. */
  private untold = 0;
  private isBegun = false;
  private isEnding = false;

  constructor(
    private readonly isGathered: IsGathered,
    private readonly bounds: XmlBounds,
  ) {
    const { parser } = this;
    parser.on('error', () => this.fail(this.isEnding ? (this.isBegun ? 'cut-off' : 'empty') : 'broken'));
    parser.on('doctype', () => this.fail('doctype'));
    parser.on('opentag', (tag) => this.open(tag));
    parser.on('closetag', () => this.close());
    parser.on('text', (text) => this.add(text));
    parser.on('cdata', (text) => this.add(text));
    parser.on('comment', () => (this.untold = 0));
  }

  write(text: string): void {
    this.untold += text.length;
    this.parser.write(text);
    if (this.untold > this.bounds.characters) this.fail('too-large');
  }

  end(): void {
    this.isEnding = true;
    this.parser.close();
  }

  take(): XmlPart[] {
    const { parts } = this;
    this.parts = [];
    return parts;
  }

  private open({ local, uri, attributes }: SaxesTagNS): void {
    this.untold = 0;
    this.isBegun = true;
    const parent = this.inner.at(-1) ?? this.outer.at(-1);
    if (this.outer.length + this.inner.length >= this.bounds.depth) this.fail('too-deep');
    if (this.inner.length === 0 && !this.isGathered(local, parent?.name ?? '')) {
      this.outer.push({ name: local, namespace: uri });
      this.parts.push({ is: 'begun', name: local, namespace: uri });
      return;
    }
    const said: Record<string, string> = {};
    for (const { local: name, prefix, value } of Object.values(attributes)) {
      if (prefix !== 'xmlns' && name !== 'xmlns') said[name] = value;
      this.count(value.length);
    }
    this.elements += 1;
    if (this.elements > this.bounds.elements) this.fail('too-large');
    this.inner.push({ name: local, attributes: said, children: [], text: '' });
  }

  private close(): void {
    this.untold = 0;
    const element = this.inner.pop();
    if (element === undefined) {
      const ended = this.outer.pop();
      if (ended !== undefined) this.parts.push({ is: 'ended', ...ended });
      return;
    }
    const parent = this.inner.at(-1);
    if (parent !== undefined) parent.children.push(element);
    else {
      this.parts.push({ is: 'element', parent: this.outer.at(-1)?.name ?? '', element });
      this.elements = 0;
      this.characters = 0;
    }
  }

  private add(text: string): void {
    this.untold = 0;
    const element = this.inner.at(-1);
    if (element === undefined) return;
    this.count(text.length);
    element.text += text;
  }

  private count(characters: number): void {
    this.characters += characters;
    if (this.characters > this.bounds.characters) this.fail('too-large');
  }

  private fail(why: NoXml): never {
    throw new XmlFault(why, this.parser.line);
  }
}
