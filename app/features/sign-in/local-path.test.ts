import { describe, expect, it } from 'vitest';
import { localPath } from './local-path.ts';

describe('localPath', () => {
  it('keeps a path of this console', () => {
    expect(localPath('/clusters/web?tab=directors')).toBe('/clusters/web?tab=directors');
  });
  it.each(['https://elsewhere.test/', '//elsewhere.test', '/\\elsewhere.test', 'javascript:alert(1)', '/sign-in?to=/'])(
    'does not lead to %s',
    (to) => {
      expect(localPath(to)).toBe('/');
    },
  );
});
