import { type ClassValue, clsx } from 'clsx';

/** The class names that hold, in one string. */
export const cx = (...values: ClassValue[]): string => clsx(values);
