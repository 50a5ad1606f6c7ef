import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { includesRole, type Role, roles } from '../domain/access/role.ts';
import { ExampleConsole } from './console.example.ts';
import { appRouter } from './router.ts';

/** Who may call what. A procedure without a line here fails the first test. */
const needed: Record<string, Role | null> = {
  'session.me': null,
  'access.people': 'administrator',
  'access.create': 'administrator',
  'access.setRole': 'administrator',
  'access.resetPassword': 'administrator',
  'access.disable': 'administrator',
  'access.changePassword': 'viewer',
  'tokens.list': 'viewer',
  'tokens.create': 'viewer',
  'tokens.revoke': 'viewer',
  'clusters.create': 'administrator',
  'clusters.remove': 'administrator',
  'view.overview': 'viewer',
  'view.cluster': 'viewer',
  'view.service': 'viewer',
  'view.realServer': 'viewer',
  'view.director': 'viewer',
  'view.table': 'viewer',
  'live.overview': 'viewer',
  'live.cluster': 'viewer',
  'live.service': 'viewer',
  'live.realServer': 'viewer',
  'live.director': 'viewer',
  'live.release': 'viewer',
  'definition.current': 'viewer',
  'definition.preview': 'operator',
  'definition.applyChange': 'operator',
  'definition.previewReapply': 'operator',
  'definition.reapply': 'operator',
  'revisions.list': 'viewer',
  'revisions.get': 'viewer',
  'drafts.list': 'viewer',
  'drafts.get': 'viewer',
  'drafts.create': 'operator',
  'drafts.change': 'operator',
  'drafts.discard': 'operator',
  'drafts.preview': 'operator',
  'drafts.applyDraft': 'operator',
  'connections.look': 'viewer',
  'connections.follow': 'viewer',
  'drains.preview': 'operator',
  'drains.start': 'operator',
  'drains.change': 'operator',
  'drains.end': 'operator',
  'drift.ignore': 'operator',
  'drift.stopIgnoring': 'operator',
  'rollout.goOn': 'operator',
  'releases.plan': 'operator',
  'releases.start': 'operator',
  'releases.list': 'viewer',
  'releases.get': 'viewer',
  'releases.continue': 'operator',
  'releases.halt': 'operator',
  'releases.resume': 'operator',
  'releases.retry': 'operator',
  'releases.skip': 'operator',
  'releases.rollBack': 'operator',
  'releases.templates.list': 'viewer',
  'releases.templates.save': 'operator',
  'releases.templates.remove': 'operator',
  'applies.follow': 'viewer',
  'applies.job': 'viewer',
  'directors.token': 'administrator',
  'directors.tokens': 'administrator',
  'directors.revokeToken': 'administrator',
  'directors.remove': 'administrator',
  'audit.list': 'viewer',
  'audit.get': 'viewer',
  'audit.chain': 'viewer',
  'audit.verify': 'administrator',
  'streams.list': 'administrator',
  'streams.add': 'administrator',
  'streams.pause': 'administrator',
  'streams.remove': 'administrator',
  'export.text': 'viewer',
  'history.series': 'viewer',
  'history.annotations': 'viewer',
};

const console = new ExampleConsole();
beforeAll(() => console.start());
afterAll(() => console.remove());

test('every procedure has its role in this table, and nothing else is in it', () => {
  expect(Object.keys(appRouter._def.procedures).sort()).toEqual(Object.keys(needed).sort());
});

/** A procedure, or routers by their names. */
type Asked = { [word: string]: Asked } & (() => Promise<unknown>);

/** The code that a call without input answers; null when nothing is refused. */
async function answerTo(path: string, role: Role | null): Promise<string | null> {
  const caller = console.as(role) as unknown as Asked;
  try {
    await path.split('.').reduce((asked, word) => asked[word] as Asked, caller)();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe.each(Object.entries(needed))('%s', (path, needs) => {
  test.each([null, ...roles])('by %s', async (role) => {
    const answer = await answerTo(path, role);
    if (needs === null) expect(answer).toBe(null);
    else if (role === null) expect(answer).toBe('UNAUTHORIZED');
    else if (includesRole(role, needs)) expect([null, 'BAD_REQUEST']).toContain(answer);
    else expect(answer).toBe('FORBIDDEN');
  });
});

test('each refusal for want of a role is in the audit log, with what was asked', async () => {
  const asked = { cluster: 'shop', targets: [], reason: 'curious' };
  await expect(console.as('viewer').drains.end(asked)).rejects.toThrow('needs the role operator');
  const { rows } = await console.as('viewer').audit.list({ filters: { outcome: 'denied', action: 'drain.end' } });
  expect(rows[0]).toMatchObject({
    actor: 'the.viewer',
    actorKind: 'person',
    role: 'viewer',
    source: '192.0.2.1',
    resource: 'drains.end',
    cluster: 'shop',
    reason: 'curious',
  });
});
