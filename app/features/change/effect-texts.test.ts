import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { en } from '../../messages/en.ts';
import { zhCn } from '../../messages/zh-CN.ts';

const texts = {
  en: createTranslator({ locale: 'en', messages: en, namespace: 'change' }),
  'zh-CN': createTranslator({ locale: 'zh-CN', messages: zhCn as typeof en, namespace: 'change' }),
};
const destination = '10.0.0.21:80';

describe.each(['en', 'zh-CN'] as const)('effects in words, in %s', (language) => {
  const t = texts[language];
  it('say how many connections stay, and how many are lost', () => {
    expect(t('connections-stay', { count: 17, destination })).toMatch(/17.*10\.0\.0\.21:80|10\.0\.0\.21:80.*17/);
    expect(t('connections-lost', { destination, active: '12', inactive: '345' })).toMatch(/12.*345/);
  });
  it('say how long persistent clients may still come', () => {
    const text = t('persistent-clients-stay', { count: 3, destination, timeout: '28,800' });
    expect(text).toContain('3');
    expect(text).toContain('28,800');
    expect(t('persistent-clients-move', { count: 3, destination })).toContain('expire_quiescent_template=1');
  });
});

it('counts one in English as one', () => {
  expect(texts.en('connections-stay', { count: 1, destination })).toMatch(/^1 connection stays /);
});
