const chunk = 24;
const chunkSize = 2 ** chunk;

/** Bits one after the other, highest first. */
export class BitWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  #held = 0;
  #heldBits = 0;

  /** Writes the low `count` bits of a whole number, 0 … 53. */
  write(value: number, count: number): void {
    if (count > chunk) {
      this.write(Math.floor(value / chunkSize), count - chunk);
      this.write(value % chunkSize, chunk);
      return;
    }
    // At most 7 bits are held, so that 31 is never passed.
    this.#held = (this.#held << count) | value;
    this.#heldBits += count;
    while (this.#heldBits >= 8) {
      this.#heldBits -= 8;
      this.#push((this.#held >>> this.#heldBits) & 0xff);
    }
    this.#held &= (1 << this.#heldBits) - 1;
  }

  /** Fills up with zeros to a whole byte; gives how many bytes were written. */
  align(): number {
    if (this.#heldBits > 0) this.write(0, 8 - this.#heldBits);
    return this.#length;
  }

  /** All that was written, filled up to a whole byte. */
  end(): Uint8Array {
    return this.#bytes.subarray(0, this.align());
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const longer = new Uint8Array(this.#length * 2);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    this.#bytes[this.#length++] = byte;
  }
}

/** Reads what a `BitWriter` wrote. Past the end there are zeros. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #next = 0;
  #held = 0;
  #heldBits = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(count: number): number {
    if (count > chunk) {
      const high = this.read(count - chunk);
      return high * chunkSize + this.read(chunk);
    }
    while (this.#heldBits < count) {
      this.#held = (this.#held << 8) | (this.#bytes[this.#next++] ?? 0);
      this.#heldBits += 8;
    }
    this.#heldBits -= count;
    const value = (this.#held >>> this.#heldBits) & ((1 << count) - 1);
    this.#held &= (1 << this.#heldBits) - 1;
    return value;
  }

  /** How many ones come before the next zero, which is read too; at most `most`, and then without a zero. */
  ones(most: number): number {
    for (let count = 0; count < most; count++) {
      if (this.#heldBits === 0) {
        this.#held = this.#bytes[this.#next++] ?? 0;
        this.#heldBits = 8;
      }
      this.#heldBits -= 1;
      const one = 1 << this.#heldBits;
      if ((this.#held & one) === 0) return count;
      this.#held -= one;
    }
    return most;
  }
}
