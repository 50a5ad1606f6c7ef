import { OverviewPage } from '../features/overview/overview-page.tsx';
import { firstPaint } from '../lib/first-paint.ts';

export default async function Page() {
  return <OverviewPage first={await firstPaint('/', (caller) => caller.view.overview())} />;
}
