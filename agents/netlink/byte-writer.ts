/** Bytes that grow as they are written, with netlink's attributes. Integers are little-endian but for `be16`. */
export class ByteWriter {
  #bytes = Buffer.alloc(512);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was written so far. It shares memory with the writer, which must not be written to again. */
  bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
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

  setU16(at: number, value: number): void {
    this.#bytes.writeUInt16LE(value, at);
  }

  setU32(at: number, value: number): void {
    this.#bytes.writeUInt32LE(value, at);
  }

  setU8(at: number, value: number): void {
    this.#bytes.writeUInt8(value, at);
  }

  u8(type: number, value: number): void {
    const at = this.#attribute(type, 1);
    this.#bytes.writeUInt8(value, at);
  }

  u16(type: number, value: number): void {
    const at = this.#attribute(type, 2);
    this.#bytes.writeUInt16LE(value, at);
  }

  be16(type: number, value: number): void {
    const at = this.#attribute(type, 2);
    this.#bytes.writeUInt16BE(value, at);
  }

  u32(type: number, value: number): void {
    const at = this.#attribute(type, 4);
    this.#bytes.writeUInt32LE(value, at);
  }

  /** A string with the NUL that the kernel's NLA_NUL_STRING asks for. */
  text(type: number, value: string): void {
    const bytes = Buffer.from(value, 'latin1');
    const at = this.#attribute(type, bytes.length + 1);
    bytes.copy(this.#bytes, at);
  }

  /** Bytes as they are, followed by zeros up to `length` where that is longer. */
  binary(type: number, value: Uint8Array, length = value.length): void {
    const at = this.#attribute(type, length);
    this.#bytes.set(value, at);
  }

  nest(type: number, write: () => void): void {
    const at = this.#attribute(type, 0) - 4;
    write();
    this.setU16(at, this.#length - at);
  }

  /**
   * An attribute's header and room for its value, padded to 4 bytes as NLA_ALIGN does; gives the value's offset. Ask for it
   * before touching the bytes: growing replaces them.
   */
  #attribute(type: number, length: number): number {
    const at = this.reserve(4 + ((length + 3) & ~3));
    this.setU16(at, 4 + length);
    this.setU16(at + 2, type);
    return at + 4;
  }
}
