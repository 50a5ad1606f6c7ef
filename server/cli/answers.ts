import type { z } from 'zod';
import type { clusterSchema, placedDestinationSchema, realServerRowSchema } from '../api/schemas/cluster-schema.ts';
import type { directorHeadSchema, directorSchema } from '../api/schemas/director-schema.ts';
import type { findingSchema } from '../api/schemas/finding-schema.ts';
import type { changedSchema, jobSchema } from '../api/schemas/job-schema.ts';
import type { overlaySchema } from '../api/schemas/overlay-schema.ts';
import type { drainPreviewSchema, previewSchema } from '../api/schemas/preview-schema.ts';

export type Cluster = z.output<typeof clusterSchema>;
export type RealServer = z.output<typeof realServerRowSchema>;
export type Destination = z.output<typeof placedDestinationSchema>;
export type DirectorHead = z.output<typeof directorHeadSchema>;
export type Director = z.output<typeof directorSchema>;
export type Finding = z.output<typeof findingSchema>;
export type Job = z.output<typeof jobSchema>;
export type Changed = z.output<typeof changedSchema>;
export type Overlay = z.output<typeof overlaySchema>;
export type Plan = z.output<typeof previewSchema>;
export type DrainPlan = z.output<typeof drainPreviewSchema>;
