import { describe, expect, it } from 'vitest';
import { bestFits } from './best-fits.ts';

const things = [
  { name: 'web-shop', more: 'TCP 10.0.0.4:443' },
  { name: 'shop', more: 'TCP 10.0.0.4:80' },
  { name: 'mysql', more: 'TCP 10.0.0.5:3306' },
];
const names = (typed: string) => bestFits(things, typed).map(({ name }) => name);

describe('bestFits', () => {
  it('puts what begins so first', () => {
    expect(names('SHOP')).toEqual(['shop', 'web-shop']);
  });
  it('looks beside the name too, and wants every word', () => {
    expect(names('10.0.0.4 80')).toEqual(['shop']);
    expect(names('shop 3306')).toEqual([]);
  });
  it('keeps a long list short', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ name: `web${index}`, more: '' }));
    expect(bestFits(many, '').length).toBeLessThan(20);
  });
});
