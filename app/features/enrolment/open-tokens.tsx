'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { EnrolmentToken } from '../../../domain/enrolment/enrolment-token.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-head.tsx';
import { Time } from '../numbers/time.tsx';
import { tokensKey, useOpenTokens } from './use-tokens.ts';

interface OpenTokensProps {
  readonly cluster: string;
  /** How many directors the cluster has: when that changes, a token was used. */
  readonly directors: number;
}

/** Lines that were made and not pasted yet, for administrators; each can be made useless. */
export function OpenTokens({ cluster, directors }: OpenTokensProps) {
  const t = useTranslations('enrol');
  const mayRead = useLacks('administrator') === null;
  const tokens = useOpenTokens(cluster, directors, mayRead);
  if (tokens.length === 0) return null;
  return (
    <section aria-label={t('tokens')} className="mt-4 border-t">
      <SectionHead title={t('tokens')}>
        <span className="figures text-ink-3">{tokens.length}</span>
      </SectionHead>
      <ul>
        {tokens.map((token) => (
          <OpenToken key={token.id} token={token} cluster={cluster} />
        ))}
      </ul>
    </section>
  );
}

function OpenToken({ token, cluster }: { readonly token: EnrolmentToken; readonly cluster: string }) {
  const t = useTranslations('enrol');
  const queries = useQueryClient();
  const refusalText = useRefusalText();
  const revoke = useMutation({
    mutationFn: () => consoleClient().directors.revokeToken.mutate({ id: token.id }),
    onSuccess: () => toast.success(t('revoked')),
    onError: (error) => toast.error(refusalText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: tokensKey(cluster) }),
  });
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-1">
      <span className="font-medium">{token.name}</span>
      <span className="text-ink-2">{t('madeBy', { by: token.by })}</span>
      <span className="text-ink-2">{t.rich('untilRich', { time: () => <Time at={token.expiresAt} /> })}</span>
      <Button
        look="danger"
        className="ml-auto"
        aria-label={t('revokeOf', { name: token.name })}
        busy={revoke.isPending}
        onClick={() => revoke.mutate()}
      >
        {t('revoke')}
      </Button>
    </li>
  );
}
