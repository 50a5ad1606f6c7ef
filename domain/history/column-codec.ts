import type { BitReader, BitWriter } from './bits.ts';

/** Ones after which a number is written plainly: one that is far from the others costs 10 bytes and not thousands. */
const mostOnes = 24;
const plainBits = 53;
const lengthBits = 6;

/**
 * Writes whole numbers, 0 … `largestNumber`, each as its difference from the one before or from the mean, whichever are
 * the smaller ones.
 *
 * Differences are first divided by what all of them have in common, so that numbers in tens or rounded ones cost no
 * more than others; then Rice's code writes each with about as many bits as it has information.
 */
export function writeColumn(bits: BitWriter, values: Float64Array): void {
  const [first = 0] = values;
  const unit = commonUnit(values, first);
  writeNumber(bits, first);
  writeNumber(bits, unit);
  if (unit === 0) return;
  const { length } = values;
  const [fromBefore, fromMean] = [new Float64Array(length), new Float64Array(length)];
  const mean = Math.round((sumOf(values) / length - first) / unit);
  let before = 0;
  for (let index = 0; index < length; index++) {
    const scaled = ((values[index] ?? 0) - first) / unit;
    fromBefore[index] = unsigned(scaled - before);
    fromMean[index] = unsigned(scaled - mean);
    before = scaled;
  }
  const isNearMean = sumOf(fromMean) < sumOf(fromBefore);
  bits.write(isNearMean ? 1 : 0, 1);
  if (isNearMean) writeNumber(bits, unsigned(mean));
  writeRice(bits, isNearMean ? fromMean : fromBefore);
}

/** Reads `count` numbers that `writeColumn` wrote. */
export function readColumn(bits: BitReader, count: number): Float64Array {
  const first = readNumber(bits);
  const unit = readNumber(bits);
  const values = new Float64Array(count).fill(first);
  if (unit === 0) return values;
  const isNearMean = bits.read(1) === 1;
  let from = isNearMean ? signed(readNumber(bits)) : 0;
  const low = bits.read(lengthBits);
  for (let index = 0; index < count; index++) {
    const scaled = from + signed(readRice(bits, low));
    if (!isNearMean) from = scaled;
    values[index] = first + scaled * unit;
  }
  return values;
}

/** The greatest divisor of all differences from the first; 0 when there are none. */
function commonUnit(values: Float64Array, first: number): number {
  let unit = 0;
  for (let index = 1; index < values.length; index++) {
    let rest = Math.abs((values[index] ?? 0) - first);
    while (rest !== 0) [unit, rest] = [rest, unit % rest];
    if (unit === 1) return 1;
  }
  return unit;
}

/** 0, 1, 2, 3, 4… for 0, -1, 1, -2, 2…: small either way. */
const unsigned = (value: number): number => (value >= 0 ? value * 2 : -value * 2 - 1);
const signed = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] ?? 0;
  return sum;
}

/** A number with its length before it: small ones take few bits. */
function writeNumber(bits: BitWriter, value: number): void {
  const length = value === 0 ? 0 : Math.floor(Math.log2(value)) + 1;
  bits.write(length, lengthBits);
  if (length > 0) bits.write(value, length);
}

function readNumber(bits: BitReader): number {
  const length = bits.read(lengthBits);
  return length === 0 ? 0 : bits.read(length);
}

/** How many low bits are written as they are; what is above them as so many ones and a zero. */
function writeRice(bits: BitWriter, values: Float64Array): void {
  const mean = sumOf(values) / values.length;
  const low = Math.min(50, Math.max(0, Math.round(Math.log2(mean * 0.7 + 0.0001))));
  bits.write(low, lengthBits);
  const size = 2 ** low;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    const high = Math.floor(value / size);
    if (high >= mostOnes) {
      bits.write(2 ** mostOnes - 1, mostOnes);
      bits.write(value, plainBits);
      continue;
    }
    bits.write(2 ** (high + 1) - 2, high + 1);
    if (low > 0) bits.write(value - high * size, low);
  }
}

function readRice(bits: BitReader, low: number): number {
  const high = bits.ones(mostOnes);
  if (high === mostOnes) return bits.read(plainBits);
  return high * 2 ** low + (low > 0 ? bits.read(low) : 0);
}
