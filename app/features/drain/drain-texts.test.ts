import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { en } from '../../messages/en.ts';
import { zhCn } from '../../messages/zh-CN.ts';

const texts = {
  en: createTranslator({ locale: 'en', messages: en, namespace: 'drain' }),
  'zh-CN': createTranslator({ locale: 'zh-CN', messages: zhCn as typeof en, namespace: 'drain' }),
};

describe.each(['en', 'zh-CN'] as const)('a drain in words, in %s', (language) => {
  const t = texts[language];
  it('says in numbers what becomes of connections and clients', () => {
    expect(t('says.stays', { count: 17 })).toContain('17');
    expect(t('says.ends', { count: 17 })).toContain('17');
    const clients = t('says.clientsCome', { count: 3, timeout: '28,800' });
    expect(clients).toContain('3');
    expect(clients).toContain('28,800');
    expect(t('says.clientsGo', { count: 3 })).toContain('3');
  });
  it('says none where there is none, not 0', () => {
    for (const key of ['says.stays', 'says.ends', 'says.clientsGo'] as const)
      expect(t(key, { count: 0 })).not.toMatch(/\d/);
  });
  it('says what the guard allows, and what would be left', () => {
    expect(t('guard.serving', { after: '1', before: '4', least: '2' })).toMatch(/1.*4.*2/);
    expect(t('guard.weight', { after: '24.9', before: '100', least: '50' })).toMatch(/24\.9 %.*100 %.*50 %/);
  });
  it('says the sysctl by its own name', () => {
    expect(t('quiescent.states', { sysctl: 'expire_quiescent_template', value: '0' })).toContain(
      'expire_quiescent_template = 0',
    );
  });
});

it('counts one in English as one', () => {
  expect(texts.en('says.stays', { count: 1 })).toBe('1 connection stays until it ends.');
  expect(texts.en('says.clientsGo', { count: 1 })).toBe('1 persistent client goes elsewhere with its next connection.');
});
