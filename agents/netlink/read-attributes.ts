import { NetlinkError } from './netlink-error.ts';

/** Called for each attribute with its type (without the nested and byte-order bits), its value's offset and length. */
export type VisitAttribute = (type: number, at: number, length: number) => void;

/**
 * Visits the attributes between two offsets, without copying: a sample of 10,000 destinations has 300,000 of them.
 *
 * Throws EBADMSG when an attribute's length leaves its container.
 */
export function readAttributes(bytes: Buffer, start: number, end: number, visit: VisitAttribute): void {
  let at = start;
  while (at + 4 <= end) {
    const length = bytes.readUInt16LE(at);
    const type = bytes.readUInt16LE(at + 2) & 0x3fff;
    if (length < 4 || at + length > end) throw NetlinkError.malformed(`attribute ${type} leaves its container`);
    visit(type, at + 4, length - 4);
    at += (length + 3) & ~3;
  }
}

/** Reads values of one attribute set; each throws EBADMSG with the attribute's name when the value is too short. */
export class AttributeReader {
  readonly #bytes: Buffer;
  readonly #names: Readonly<Record<number, string>>;

  constructor(bytes: Buffer, names: Readonly<Record<number, string>>) {
    this.#bytes = bytes;
    this.#names = names;
  }

  u8(type: number, at: number, length: number): number {
    this.need(type, length, 1);
    return this.#bytes.readUInt8(at);
  }

  u16(type: number, at: number, length: number): number {
    this.need(type, length, 2);
    return this.#bytes.readUInt16LE(at);
  }

  be16(type: number, at: number, length: number): number {
    this.need(type, length, 2);
    return this.#bytes.readUInt16BE(at);
  }

  u32(type: number, at: number, length: number): number {
    this.need(type, length, 4);
    return this.#bytes.readUInt32LE(at);
  }

  /** A u64, or a u32 where the kernel sends one. Exact up to 2^53, which is 9 PB of traffic. */
  u64(type: number, at: number, length: number): number {
    if (length === 4) return this.#bytes.readUInt32LE(at);
    this.need(type, length, 8);
    return this.#bytes.readUInt32LE(at) + this.#bytes.readUInt32LE(at + 4) * 0x100000000;
  }

  text(type: number, at: number, length: number): string {
    this.need(type, length, 1);
    const end = this.#bytes.indexOf(0, at);
    return this.#bytes.toString('latin1', at, end < 0 || end > at + length ? at + length : end);
  }

  binary(type: number, at: number, length: number, needed: number): Buffer {
    this.need(type, length, needed);
    return this.#bytes.subarray(at, at + needed);
  }

  /** Throws where a value has fewer bytes than are needed. */
  need(type: number, length: number, needed: number): void {
    if (length >= needed) return;
    const name = this.#names[type] ?? `attribute ${type}`;
    throw NetlinkError.malformed(`${name} has ${length} bytes where ${needed} are needed`);
  }
}
