import type { CDPSession, Page } from '@playwright/test';

/** What a page's main thread did in a time, as Chromium counts it: processor time, so that what else runs is left out. */
export interface MainThread {
  /** 0–1: all its tasks. */
  readonly busy: number;
  /** Milliseconds a second in JavaScript, and in styles and layout. */
  readonly script: number;
  readonly layout: number;
}

/** Looks at the main thread of a page for some seconds. The page is left to itself meanwhile. */
export async function mainThread(page: Page, seconds: number): Promise<MainThread> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await metrics(session);
  const began = performance.now();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const after = await metrics(session);
  const time = (performance.now() - began) / 1000;
  await session.detach();
  const risen = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  return {
    busy: risen('TaskDuration') / time,
    script: (risen('ScriptDuration') / time) * 1000,
    layout: ((risen('LayoutDuration') + risen('RecalcStyleDuration')) / time) * 1000,
  };
}

async function metrics(session: CDPSession): Promise<Map<string, number>> {
  const { metrics: all } = await session.send('Performance.getMetrics');
  return new Map(all.map(({ name, value }) => [name, value]));
}
