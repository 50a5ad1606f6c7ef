import { z } from 'zod';

/** A word that people put on a real server to find it again: `canary`, `half=1`, `rack=a`. */
export const labelSchema = z
  .string()
  .trim()
  .min(1)
  .max(127)
  .regex(/^[a-z0-9][a-z0-9._/-]*(=[a-z0-9._/-]+)?$/i, 'label-characters');

/** Most labels of one real server. */
export const mostLabels = 32;

/** The labels of one real server, each once. */
export const labelsSchema = z
  .array(labelSchema)
  .max(mostLabels)
  .default([])
  .superRefine((labels, context) => {
    for (const [index, label] of labels.entries())
      if (labels.indexOf(label) < index) context.addIssue({ code: 'custom', path: [index], message: 'label-twice' });
  });
