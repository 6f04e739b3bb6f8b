/**
 * The wire form of IPP (RFC 8010 §3), for a server: the client's npm package cannot be used here, since it decodes documents as
 * text and writes into a buffer of 10 kB. What two independent hands agree on is also the better test.
 */
export const groupTag = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04, unsupported: 0x05 } as const;

export const valueTag = {
  unsupported: 0x10,
  noValue: 0x13,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  resolution: 0x32,
  range: 0x33,
  collection: 0x34,
  endCollection: 0x37,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  uriScheme: 0x46,
  charset: 0x47,
  language: 0x48,
  mime: 0x49,
  memberName: 0x4a,
} as const;

type Scalar = number | string | boolean | readonly [number, number] | null | readonly Attribute[];

/** One attribute: its syntax, and its values (a collection's value is its member attributes). */
export interface Attribute {
  readonly name: string;
  readonly tag: number;
  readonly values: readonly Scalar[];
}
export interface AttributeGroup {
  readonly tag: number;
  readonly attributes: readonly Attribute[];
}
export interface IppRequest {
  readonly version: readonly [major: number, minor: number];
  readonly operation: number;
  readonly requestId: number;
  readonly groups: readonly AttributeGroup[];
  /** Where the document begins in the buffer. */
  readonly documentAt: number;
}

/** Decodes the head of a request. Gives undefined while the buffer ends before the head does; throws RangeError on nonsense. */
export function decodeRequest(buffer: Buffer): IppRequest | undefined {
  try {
    return readRequest(buffer);
  } catch (error) {
    const past = typeof error === 'object' && error !== null && 'code' in error; // Node read past the buffer's end
    if (past) return undefined;
    throw error;
  }
}

function readRequest(buffer: Buffer): IppRequest {
  const groups: { tag: number; attributes: { name: string; tag: number; values: Scalar[] }[] }[] = [];
  let at = 8;
  for (;;) {
    const tag = buffer.readUInt8(at++);
    if (tag === groupTag.end) break;
    if (tag < 0x10) {
      groups.push({ tag, attributes: [] });
      continue;
    }
    const nameLength = buffer.readUInt16BE(at);
    const name = buffer.toString('utf8', at + 2, at + 2 + nameLength);
    at += 2 + nameLength;
    const length = buffer.readUInt16BE(at);
    at += 2 + length;
    buffer.readUInt8(at); // at least the end tag follows a value
    const attributes = groups.at(-1)?.attributes;
    if (!attributes) throw new RangeError('An attribute outside of every group.');
    const value = readValue(tag, buffer.subarray(at - length, at));
    // A collection's inner values have no names of their own here: they hang on as further values and nobody asks for them.
    if (nameLength > 0) attributes.push({ name, tag, values: [value] });
    else attributes.at(-1)?.values.push(value);
  }
  return {
    version: [buffer.readUInt8(0), buffer.readUInt8(1)],
    operation: buffer.readUInt16BE(2),
    requestId: buffer.readInt32BE(4),
    groups,
    documentAt: at,
  };
}

function readValue(tag: number, bytes: Buffer): Scalar {
  if (tag < 0x20) return null;
  if (tag === valueTag.boolean) return bytes.readUInt8(0) !== 0;
  if (tag === valueTag.integer || tag === valueTag.enum) return bytes.readInt32BE(0);
  if (tag === valueTag.range) return [bytes.readInt32BE(0), bytes.readInt32BE(4)];
  return bytes.toString('utf8');
}

/** Encodes an answer. `status` is a status code of RFC 8011 appendix B. */
export function encodeAnswer(
  request: Pick<IppRequest, 'requestId' | 'version'>,
  status: number,
  groups: readonly AttributeGroup[],
): Buffer {
  const head = Buffer.alloc(8);
  const [major] = request.version; // answered in the version asked, 1.1 when that is none we know (RFC 8011 §4.1.8)
  head.writeUInt16BE(major === 2 ? 0x0200 : 0x0101, 0);
  head.writeUInt16BE(status, 2);
  head.writeInt32BE(request.requestId, 4);
  const body = groups.flatMap(({ tag, attributes }) => [Buffer.from([tag]), ...attributes.flatMap(attributeBytes)]);
  return Buffer.concat([head, ...body, Buffer.from([groupTag.end])]);
}

function attributeBytes({ name, tag, values }: Attribute): Buffer[] {
  return values.flatMap((value, i) => field(tag, i === 0 ? name : '', value));
}

function field(tag: number, name: string, value: Scalar): Buffer[] {
  if (tag === valueTag.collection) {
    const members = (value as readonly Attribute[]).flatMap((member) => [
      ...field(valueTag.memberName, '', member.name),
      ...member.values.flatMap((each) => field(member.tag, '', each)),
    ]);
    return [prefix(tag, name, 0), ...members, prefix(valueTag.endCollection, '', 0)];
  }
  const bytes = valueBytes(tag, value);
  return [prefix(tag, name, bytes.length), bytes];
}

function prefix(tag: number, name: string, length: number): Buffer {
  const text = Buffer.from(name, 'utf8');
  const bytes = Buffer.alloc(5 + text.length);
  bytes.writeUInt8(tag, 0);
  bytes.writeUInt16BE(text.length, 1);
  text.copy(bytes, 3);
  bytes.writeUInt16BE(length, 3 + text.length);
  return bytes;
}

function valueBytes(tag: number, value: Scalar): Buffer {
  if (value === null) return Buffer.alloc(0);
  if (typeof value === 'boolean') return Buffer.from([Number(value)]);
  if (typeof value === 'number') return int(value);
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  const [first = 0, second = 0] = value as readonly [number, number];
  const dotsPerInch = 3;
  return Buffer.concat([int(first), int(second), Buffer.from(tag === valueTag.resolution ? [dotsPerInch] : [])]);
}

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
