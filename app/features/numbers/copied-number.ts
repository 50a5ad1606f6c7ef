type Known = number | null;

const tenths = (value: Known): Known => (value === null ? null : Math.round(value * 10) / 10);

/** Numbers as a copy of a table has them: in the unit of the column's head, as exact as on the screen. */
export const copiedNumber = {
  rate: tenths,
  /** A share of 0–1 in percent. */
  percent: (share: Known): Known => tenths(share === null ? null : share * 100),
  /** Bytes as thousands of bytes. */
  kilobytes: (bytes: Known): Known => tenths(bytes === null ? null : bytes / 1000),
};
