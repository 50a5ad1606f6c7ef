import { z } from 'zod';

/** The name that a person signs in with: lower case, so that two people can't differ by case alone. */
export const usernameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(2)
  .max(30)
  .regex(/^[a-z0-9_.]+$/, 'username-characters');

/** Shortest password that a person may choose. */
export const minimumPasswordLength = 12;

export const passwordSchema = z.string().min(minimumPasswordLength, 'password-short').max(128);
