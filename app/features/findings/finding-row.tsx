'use client';

import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { Finding, Severity } from '../../../domain/diagnosis/finding.ts';
import { parseServiceKey, serviceKeySlug } from '../../../domain/lvs/service-key.ts';
import { StateWord, type Tone } from '../../ui/state-word.tsx';
import { SimulatedMark } from '../numbers/simulated-mark.tsx';
import { FindingActions } from './finding-actions.tsx';
import { FindingEvidence } from './finding-evidence.tsx';
import { FindingSince } from './finding-since.tsx';
import { useFindingText } from './use-finding-text.ts';

const looks: Record<Severity, { tone: Tone; icon: LucideIcon }> = {
  critical: { tone: 'bad', icon: CircleAlert },
  warning: { tone: 'warn', icon: TriangleAlert },
  notice: { tone: 'move', icon: Info },
};

interface FindingRowProps {
  readonly finding: Finding;
  readonly cluster: string;
  /** Whether there is no kernel behind its director. */
  readonly simulated: boolean;
  readonly onServicePage: boolean;
}

/** One finding: what is wrong, where, with its numbers, and what to do. */
export function FindingRow({ finding, cluster, simulated, onServicePage }: FindingRowProps) {
  const t = useTranslations('findings');
  const { title, text } = useFindingText(finding);
  return (
    <li className="border-b last:border-b-0">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1 px-4 py-2">
        <div className="w-20 shrink-0">
          <StateWord {...looks[finding.severity]}>{t(`severity.${finding.severity}`)}</StateWord>
        </div>
        <div className="min-w-0 flex-1 basis-80">
          <p className="font-medium">
            {title}
            <span className="font-normal text-ink-2">
              {finding.service && !onServicePage ? (
                <>
                  {' · '}
                  <ServiceLink cluster={cluster} service={finding.service} />
                </>
              ) : null}
              {' · '}
              <Link href={`/directors/${encodeURIComponent(finding.director)}`} className="hover:underline">
                {t('on', { director: finding.director })}
              </Link>{' '}
              {simulated ? <SimulatedMark /> : null}
              {' · '}
              <FindingSince since={finding.since} />
            </span>
          </p>
          <p className="max-w-[92ch] text-ink-2">{text}</p>
          <FindingEvidence finding={finding} />
        </div>
        <FindingActions finding={finding} cluster={cluster} />
      </div>
    </li>
  );
}

function ServiceLink({
  cluster,
  service,
}: {
  readonly cluster: string;
  readonly service: NonNullable<Finding['service']>;
}) {
  const key = parseServiceKey(service);
  if (!key.ok || !cluster) return <span className="figures">{service}</span>;
  return (
    <Link
      href={`/clusters/${encodeURIComponent(cluster)}/services/${serviceKeySlug(key.value)}`}
      className="figures hover:underline"
    >
      {service}
    </Link>
  );
}
