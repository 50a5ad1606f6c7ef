/** Bytes that grow as they are written, with netlink's attributes. Integers are little-endian but for `be16`. */
export class ByteWriter {
  #bytes: Buffer;
  #length = 0;

  /** `expected`: bytes that will likely be written; more may be. */
  constructor(expected = 512) {
    this.#bytes = Buffer.alloc(expected);
  }

  get length(): number {
    return this.#length;
  }

  /** What was written so far. It shares memory with the writer. */
  bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Forgets what was written and keeps the memory, which costs more to get than to fill. */
  clear(): void {
    this.#bytes.fill(0, 0, this.#length);
    this.#length = 0;
  }

  /** Room of `length` zero bytes; gives its offset. */
  reserve(length: number): number {
    const at = this.#length;
    if (at + length > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(this.#bytes.length * 2, at + length));
      this.#bytes.copy(larger, 0, 0, at);
      this.#bytes = larger;
    }
    this.#length = at + length;
    return at;
  }

  setU8(at: number, value: number): void {
    this.#bytes[at] = value;
  }

  // Byte by byte: Buffer's own methods check their arguments anew each time, and 11,000 messages have 150,000 values.
  setU16(at: number, value: number): void {
    const bytes = this.#bytes;
    bytes[at] = value;
    bytes[at + 1] = value >>> 8;
  }

  setU32(at: number, value: number): void {
    const bytes = this.#bytes;
    bytes[at] = value;
    bytes[at + 1] = value >>> 8;
    bytes[at + 2] = value >>> 16;
    bytes[at + 3] = value >>> 24;
  }

  u8(type: number, value: number): void {
    const at = this.attribute(type, 1);
    this.setU8(at, value);
  }

  u16(type: number, value: number): void {
    const at = this.attribute(type, 2);
    this.setU16(at, value);
  }

  be16(type: number, value: number): void {
    const at = this.attribute(type, 2);
    this.setU8(at, value >>> 8);
    this.setU8(at + 1, value);
  }

  be32(type: number, value: number): void {
    const at = this.attribute(type, 4);
    this.setU8(at, value >>> 24);
    this.setU8(at + 1, value >>> 16);
    this.setU8(at + 2, value >>> 8);
    this.setU8(at + 3, value);
  }

  u32(type: number, value: number): void {
    const at = this.attribute(type, 4);
    this.setU32(at, value);
  }

  /** A string with the NUL that the kernel's NLA_NUL_STRING asks for. */
  text(type: number, value: string): void {
    const at = this.attribute(type, value.length + 1);
    this.#bytes.write(value, at, 'latin1');
  }

  /** Bytes as they are, followed by zeros up to `length` where that is longer. */
  binary(type: number, value: Uint8Array, length = value.length): void {
    const at = this.attribute(type, length);
    this.#bytes.set(value, at);
  }

  nest(type: number, write: () => void): void {
    const start = this.startNest(type);
    write();
    this.endNest(start);
  }

  /** `nest` in two halves, for what is written thousands of times; gives what `endNest` needs. */
  startNest(type: number): number {
    return this.attribute(type, 0) - 4;
  }

  endNest(start: number): void {
    this.setU16(start, this.#length - start);
  }

  /**
   * An attribute's header and room for its value, padded to 4 bytes as NLA_ALIGN does; gives the value's offset. Ask for
   * it before touching the bytes: growing replaces them.
   */
  attribute(type: number, length: number): number {
    const at = this.reserve(4 + ((length + 3) & ~3));
    this.setU16(at, 4 + length);
    this.setU16(at + 2, type);
    return at + 4;
  }
}
