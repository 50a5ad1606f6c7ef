import { describe, expect, it } from 'vitest';
import { keptTyped } from './kept-typed.ts';

function memory() {
  const texts = new Map<string, string>();
  return {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
  };
}

describe('keptTyped', () => {
  it('gives back what was typed at that place, until it is forgotten', () => {
    const store = memory();
    const kept = keptTyped(() => store, '/clusters/shop edit ada');
    expect(kept.read()).toBeNull();
    kept.keep({ base: 7, values: { name: 'web', lines: [{ weight: '3' }] } });
    expect(keptTyped(() => store, '/clusters/shop edit olga').read()).toBeNull();
    expect(kept.read()).toEqual({ base: 7, values: { name: 'web', lines: [{ weight: '3' }] } });
    kept.forget();
    expect(kept.read()).toBeNull();
  });

  it('takes nothing that it did not write', () => {
    const store = memory();
    const kept = keptTyped(() => store, 'here');
    for (const text of ['', 'null', '{}', '{"base":-1,"values":{}}', '[1']) {
      store.setItem('shoal typed here', text);
      expect(kept.read(), text).toBeNull();
    }
  });

  it('does without a storage that is shut off', () => {
    const kept = keptTyped(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    }, 'here');
    kept.keep({ base: 1, values: 1 });
    expect(kept.read()).toBeNull();
    kept.forget();
  });
});
