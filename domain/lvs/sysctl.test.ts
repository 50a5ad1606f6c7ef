import { describe, expect, it } from 'vitest';
import { sameSysctl } from './sysctl.ts';

describe('sameSysctl', () => {
  it('takes a defence that the kernel has set off for the one that was set', () => {
    for (const name of ['drop_entry', 'drop_packet', 'secure_tcp']) {
      expect(sameSysctl(name, 1, 2), name).toBe(true);
      expect(sameSysctl(name, 2, 1), name).toBe(true);
      expect(sameSysctl(name, 0, 3), name).toBe(false);
      expect(sameSysctl(name, 1, 3), name).toBe(false);
    }
  });

  it('knows every other value as itself alone', () => {
    expect(sameSysctl('conn_reuse_mode', 1, 2)).toBe(false);
    expect(sameSysctl('conn_reuse_mode', 2, 2)).toBe(true);
  });
});
