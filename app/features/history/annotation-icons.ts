import {
  ArrowDownToLine,
  ArrowUpFromLine,
  GitCompareArrows,
  HeartPulse,
  type LucideIcon,
  PencilRuler,
  Server,
  Split,
  Workflow,
  Zap,
} from 'lucide-react';

/** The icon of each kind of annotation; those that have none get a dot. */
export const annotationIcons: Readonly<Record<string, LucideIcon>> = {
  apply: PencilRuler,
  drain: ArrowDownToLine,
  return: ArrowUpFromLine,
  drift: GitCompareArrows,
  director: Server,
  rollout: Split,
  health: HeartPulse,
  release: Workflow,
  failover: Zap,
};
