import { mongo } from 'mongoose';
import type { System } from './system';

const { EJSON } = mongo.BSON;

/** Every document of every collection as text, by collection; bytes are shown as the characters they would be. */
export async function documentTexts(system: System): Promise<Map<string, string[]>> {
  const texts = new Map<string, string[]>();
  for (const { name } of await system.database().listCollections().toArray()) {
    const documents = await system.database().collection(name).find().toArray();
    texts.set(
      name,
      documents.map((document) => `${EJSON.stringify(document)}${bytesIn(document).join(' ')}`),
    );
  }
  return texts;
}

/** EJSON shows bytes as base64, in which nobody would recognise a number. */
function bytesIn(value: unknown): string[] {
  if (value instanceof mongo.Binary) return [Buffer.from(value.buffer).toString('latin1')];
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('latin1')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(bytesIn);
}
